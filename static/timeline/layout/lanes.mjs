/**
 * The bands of the frame in which rows lie: one for all events, or one for each lane, its name above its rows.
 */

import { countIn } from "./density.mjs";
import { momentOf } from "./marks.mjs";

/** Pixels above a lane's first row, for its name. */
export const LANE_HEAD = 24;

/**
 * @param lanes   `[{ value, label, bins }]`, the fullest first; none for a single band
 * @param top     the first pixel that rows may take
 * @param height  pixels that all bands share
 * @param row     the least height of a row
 * @returns `[{ value, label, bins, head, top, rows, each }]`: `head` is where the band begins, `top` its first row,
 *          `each` the height of a row; lanes that find no room are left out
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

/** The marks that stand in a band; a band without a value holds them all. */
export const marksOf = (marks, { value }) => (value === null ? marks : marks.filter(({ event }) => event.lane === value));

/** The lanes of an answer, each with its own density: `bins` are the window's, `counts` the lane's share of each, none
 * where the server does not count them. */
export const lanesOf = (lanes, bins) =>
  lanes.map(({ value, label, counts }) => ({ value, label, bins: bins.map((bin, index) => ({ ...bin, count: counts[index] ?? 0 })) }));

/** How many events of a lane stand in the view and are not among the `marks` that are drawn, in whatever lane. */
export const hiddenIn = ({ value, bins }, marks, view) => {
  const drawn = marks.filter(({ event }) => event.lanes?.includes(value) && within(momentOf(event), view));
  return Math.max(0, countIn(bins, view) - drawn.length);
};

const within = (moment, { from, to }) => from <= moment && moment < to;
