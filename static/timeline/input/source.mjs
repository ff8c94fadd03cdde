/**
 * Fetches windows from the server, one at a time: a new request aborts an older one.  Never fetches all events.
 */
import { dayOf, limitFor, serves, windowAround } from "../layout/windows.mjs";
import { filterQuery } from "./address.mjs";

const PAUSE = 90;

/**
 * @param url        the window endpoint
 * @param language   the interface's language, for titles and words
 * @param answered   called with every answer
 * @param failed     called with the error if a request failed
 * @returns `{ want(view, filters, size), forget(), ask(window, filters, limit) }`; `ask` returns a promise of the
 *          answer
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

  /** Fetches the window for `view`, unless it is there or on its way. */
  const want = (view, filters, { width, rows }) => {
    if (serves(held, view) || serves(asked, view)) return;
    asked = windowAround(view);
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE, asked, filters, limitFor(width, rows));
  };

  /** Forgets the last answer and aborts a request, because the filters have changed. */
  const forget = () => {
    running?.abort();
    clearTimeout(timer);
    held = null;
    asked = null;
  };

  return { want, forget, ask: (window, filters, limit) => fetchJson(question(window, filters, limit)) };
};

/** The address of a request; the endpoint's address may already have a query with fixed filters. */
export const asking = (url, query) => {
  const more = String(query);
  return more === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${more}`;
};

/** Fetches JSON; throws an error with the server's status. */
export const fetchJson = async (url, signal) => {
  const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
};
