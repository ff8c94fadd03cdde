/**
 * Reading and writing the address, which has the view (`from`, `to`), the filters, the lanes and the open event.
 * The parameters are those of the form and the API, so that the same address works without JavaScript.
 */
import { kept } from "../layout/view.mjs";

const FILTERS = ["q", "type", "actor", "place", "lang", "status", "source", "lanes"];
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;
const HALF_DAY = 43_200_000;
const DAY = 86_400_000;

/** Parses a query string to `{ view | null, filters, event | null }`. */
export const readAddress = (search) => {
  const query = new URLSearchParams(search);
  const filters = {};
  for (const name of FILTERS) {
    const values = query.getAll(name).filter((value) => value !== "");
    if (values.length > 0) filters[name] = values;
  }
  return { view: viewIn(query), filters, event: query.get("event") };
};

/** The query string for a view, filters and an open event; "" for none of them. */
export const writeAddress = ({ view, filters, event }) => {
  const query = filterQuery(filters);
  if (view) {
    query.set("from", written(view.from, view));
    query.set("to", written(view.to, view));
  }
  if (event) query.set("event", event);
  const text = query.toString();
  return text === "" ? "" : `?${text.replaceAll("%3A", ":")}`;
};

/** The filters as `URLSearchParams`, for the form and the API. */
export const filterQuery = (filters) => {
  const query = new URLSearchParams();
  for (const name of FILTERS) for (const value of filters[name] ?? []) query.append(name, value);
  return query;
};

/** The filters chosen in a form, without empty fields. */
export const readForm = (form) => {
  const entries = [...new FormData(form)].filter(([name, value]) => FILTERS.includes(name) && value !== "");
  const filters = {};
  for (const [name, value] of entries) filters[name] = [...(filters[name] ?? []), value];
  return filters;
};

/** The view in a query, or null; a day in `to` is included. */
const viewIn = (query) => {
  const [from, to] = [query.get("from"), query.get("to")];
  if (!MOMENT.test(from ?? "") || !MOMENT.test(to ?? "")) return null;
  const view = { from: moment(from), to: moment(to) + (to.includes("T") ? 0 : DAY) };
  return view.to > view.from ? kept(view) : null;
};

const moment = (text) => Date.parse(text.includes("T") ? `${text}Z` : `${text}T00:00Z`);

/** A moment as a day or, if the view is shorter than 60 days, as a minute. */
const written = (value, { from, to }) => {
  if (to - from < 60 * DAY) return new Date(value).toISOString().slice(0, 16);
  return new Date(value === to ? value - HALF_DAY : value + HALF_DAY).toISOString().slice(0, 10);
};
