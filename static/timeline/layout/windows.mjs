/**
 * Which window to fetch.  Windows are wider than the frame, so that a short pan needs no request, and they are on a
 * grid, so that two readers in the same month send the same request and caches can answer it.
 */
import { DAY, FIRST_MOMENT, LAST_MOMENT, spanOf } from "./view.mjs";

/** The window around a view: whole days `{ from, to, step }` (milliseconds; `to` is the start of the last day). */
export const windowAround = (view) => {
  const step = gridStep(spanOf(view));
  const from = Math.floor((view.from - step) / step) * step;
  const to = Math.ceil((view.to + step) / step) * step - DAY;
  return { from: Math.max(from, FIRST_MOMENT), to: Math.min(to, LAST_MOMENT), step };
};

/** The step of the grid: a power of two in days, between an eighth and a quarter of the span. */
export const gridStep = (span) => DAY * 2 ** Math.max(0, Math.floor(Math.log2(span / DAY / 4)));

/** Whether the answer for a window (`from`, `to`, and the `step` of its request) is good for a view. */
export const serves = (held, view) =>
  held !== null &&
  held.step === gridStep(spanOf(view)) &&
  held.from <= Math.max(view.from, FIRST_MOMENT) &&
  Math.min(view.to, LAST_MOMENT) <= held.to + DAY;

/** How many events to fetch: those that fit into the frame, and as many again for the time around it. */
export const limitFor = (width, rows) => Math.min(400, Math.max(40, Math.ceil((width / 130) * rows * 2)));

/** The day of a moment, as YYYY-MM-DD. */
export const dayOf = (moment) => new Date(moment).toISOString().slice(0, 10);
