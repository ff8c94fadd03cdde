/** The bands of the frame that contain rows: one for all events, or one for each lane, with its name above the rows. */

import { countIn } from "./density.mjs";
import { momentOf } from "./marks.mjs";

/** Pixels above a lane's first row, for its name. */
export const LANE_HEAD = 24;

/**
 * @param lanes   `[{ value, label, bins }]`, the fullest first; empty for a single band
 * @param top     the upper edge of all bands
 * @param height  the height of all bands together
 * @param row     the least height of a row
 * @returns `[{ value, label, bins, head, top, rows, each }]`: `head` is the upper edge of the band, `top` that of its
 *          first row, `each` the height of a row; lanes for which there is no room are left out
 */
export const bandsIn = (lanes, { top, height, row }) => {
  if (lanes.length === 0) return [bandAt({ value: null, label: null, bins: [] }, top, top, height, row)];
  const count = Math.max(1, Math.min(lanes.length, Math.floor(height / (LANE_HEAD + row))));
  const each = height / count;
  return lanes.slice(0, count).map((lane, index) => {
    const head = top + index * each;
    return bandAt(lane, head, head + LANE_HEAD, each - LANE_HEAD, row);
  });
};

const bandAt = ({ value, label, bins }, head, top, height, row) => {
  const rows = Math.max(1, Math.floor(height / row));
  return { value, label, bins, head, top, rows, each: Math.max(row, height / rows) };
};

/** The marks in a band; a band without a value has all of them. */
export const marksOf = (marks, { value }) => (value === null ? marks : marks.filter(({ event }) => event.lane === value));

/**
 * The lanes of an answer, each with its own histogram: `bins` are the window's, and a lane's `counts` are its part of
 * them, empty if the server did not count.
 */
export const lanesOf = (lanes, bins) =>
  lanes.map(({ value, label, counts }) => ({ value, label, bins: bins.map((bin, index) => ({ ...bin, count: counts[index] ?? 0 })) }));

/** How many events of a lane are in the view but not among the drawn `marks` of any lane. */
export const hiddenIn = ({ value, bins }, marks, view) => {
  const drawn = marks.filter(({ event }) => event.lanes?.includes(value) && within(momentOf(event), view));
  return Math.max(0, countIn(bins, view) - drawn.length);
};

const within = (moment, { from, to }) => from <= moment && moment < to;
