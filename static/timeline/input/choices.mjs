/** Fetches the counts of the form's choices, and shows them. */
import { dayOf } from "../layout/windows.mjs";
import { filterQuery } from "./address.mjs";
import { asking, fetchJson } from "./source.mjs";

/**
 * @param form      the filter form, whose selects are named like the answer's parts
 * @param settings  `{ url, language, number }`: the endpoint, the interface's language, a function that formats numbers
 * @param failed    called with the error if the counts could not be fetched
 * @returns `recount(filters, view)`
 */
export const choicesIn = (form, { url, language, number }, failed) => {
  let latest = "";
  let running = null;

  const offer = (select, choices) => {
    const chosen = select.value;
    const options = choices.map(({ value, label, count }) => {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = `${label} (${number(count)})`;
      return option;
    });
    select.replaceChildren(select.options[0], ...options);
    select.value = chosen;
  };

  return async (filters, view) => {
    const query = filterQuery(filters);
    query.delete("lanes");
    query.set("ui", language);
    query.set("from", dayOf(view.from));
    query.set("to", dayOf(view.to - 1));
    const asked = query.toString();
    if (asked === latest) return;
    latest = asked;
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const answer = await fetchJson(asking(url, query), signal);
      for (const select of form.querySelectorAll("select")) if (answer[select.name]) offer(select, answer[select.name]);
    } catch (error) {
      if (signal.aborted) return;
      latest = "";
      failed(error);
    }
  };
};
