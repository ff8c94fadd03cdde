/** The time that the overview shows, and its histogram. */
import { binsOf } from "../layout/density.mjs";
import { DAY, fitted } from "../layout/view.mjs";

const midnight = (day) => Date.parse(`${day}T00:00:00Z`);

/** The time that the overview shows: all events and the present, with a margin; a year without events. */
export const wholeOf = (extent, now = Date.now()) => {
  if (!extent?.first && !extent?.last) return fitted({ from: now - 365 * DAY, to: now });
  const from = midnight(extent.first ?? extent.last);
  const to = midnight(extent.last ?? extent.first) + DAY;
  return fitted({ from: Math.min(from, now), to: Math.max(to, now) }, 0.02);
};

/** The view with all events, for “show everything”. */
export const everythingOf = (extent) => {
  if (!extent?.first && !extent?.last) return wholeOf(extent);
  return fitted({ from: midnight(extent.first ?? extent.last), to: midnight(extent.last ?? extent.first) + DAY });
};

/** Fetches the histogram of all of `extent` with these filters, without events; returns a promise of bins. */
export const overviewOf = async (source, extent, filters) => {
  if (!extent?.first || !extent?.last) return [];
  const whole = { from: midnight(extent.first), to: midnight(extent.last) };
  const { density } = await source.ask(whole, filters, 0);
  return binsOf(density);
};
