/**
 * A view is the time that the frame shows: `{ from, to }` in milliseconds since 1970, UTC, with `from` before `to`.
 * All functions are pure and return a new view.
 */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const YEAR = 365.2425 * DAY;

/** The shortest and the longest view. */
export const SHORTEST = 2 * HOUR;
export const LONGEST = 3000 * YEAR;

/** The limits of the server's calendar: the years 1 to 9999. */
export const FIRST_MOMENT = Date.parse("0001-01-01T00:00:00Z");
export const LAST_MOMENT = Date.parse("9999-12-31T00:00:00Z");

export const spanOf = (view) => view.to - view.from;
export const centreOf = (view) => (view.from + view.to) / 2;

/** The view moved towards the future by a share of its span (negative: towards the past). */
export const shifted = (view, share) => {
  const by = spanOf(view) * share;
  return { from: view.from + by, to: view.to + by };
};

/** The view zoomed by `factor` (2 shows half the time); the moment `around` stays where it is in the frame. */
export const zoomed = (view, factor, around = centreOf(view)) => {
  const span = Math.min(LONGEST, Math.max(SHORTEST, spanOf(view) / factor));
  const share = (around - view.from) / spanOf(view);
  const from = around - share * span;
  return { from, to: from + span };
};

/** The view moved so that `moment` is in the middle. */
export const centred = (view, moment) => {
  const half = spanOf(view) / 2;
  return { from: moment - half, to: moment + half };
};

/** The view that shows all of `from` to `to`, with a margin on both sides. */
export const fitted = ({ from, to }, margin = 0.05) => {
  const span = Math.max(to - from, 2 * DAY);
  const centre = (from + to) / 2;
  const half = span * (0.5 + margin);
  return { from: centre - half, to: centre + half };
};

/** The view moved and shortened or lengthened, if necessary, so that it is within the calendar and the limits. */
export const kept = (view) => {
  const span = Math.min(LONGEST, Math.max(SHORTEST, spanOf(view)));
  const centre = centreOf(view);
  const from = Math.min(Math.max(centre - span / 2, FIRST_MOMENT), LAST_MOMENT - span);
  return { from, to: from + span };
};

/** Whether `moment` is in the view. */
export const holds = (view, moment) => view.from <= moment && moment <= view.to;
