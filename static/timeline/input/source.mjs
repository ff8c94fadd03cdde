/**
 * Asks the server for windows, one question at a time: a newer question puts an older one aside.
 * Nothing is ever loaded whole.
 */
import { dayOf, limitFor, serves, windowAround } from "../layout/windows.mjs";
import { filterQuery } from "./address.mjs";

const PAUSE = 90;

/**
 * @param url        the window endpoint
 * @param language   the interface's language, in which titles and words are wanted
 * @param answered   called with every answer
 * @param failed     called with the error where the server could not be asked
 */
export const sourceOf = ({ url, language, answered, failed }) => {
  let held = null;
  let asked = null;
  let running = null;
  let timer = null;

  const question = (window, filters, limit) => {
    const query = filterQuery(filters);
    query.set("ui", language);
    query.set("from", dayOf(window.from));
    query.set("to", dayOf(window.to));
    query.set("limit", limit);
    return asking(url, query);
  };

  const ask = async (window, filters, limit) => {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const answer = await fetchJson(question(window, filters, limit), signal);
      if (signal.aborted) return;
      held = window;
      answered(answer);
    } catch (error) {
      if (signal.aborted) return;
      asked = null;
      failed(error);
    }
  };

  /** Ask for what `view` needs unless it is there or on its way. */
  const want = (view, filters, { width, rows }) => {
    if (serves(held, view) || serves(asked, view)) return;
    asked = windowAround(view);
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE, asked, filters, limitFor(width, rows));
  };

  /** Forget what is held and what is on its way: the filters changed. */
  const forget = () => {
    running?.abort();
    clearTimeout(timer);
    held = null;
    asked = null;
  };

  return { want, forget, ask: (window, filters, limit) => fetchJson(question(window, filters, limit)) };
};

/** The address of a question; the endpoint may bring a choice of its own that readers cannot take back. */
export const asking = (url, query) => {
  const more = String(query);
  return more === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${more}`;
};

/** The answer to a question; raises an error with the server's status. */
export const fetchJson = async (url, signal) => {
  const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
};
