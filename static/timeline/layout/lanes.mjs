/**
 * The bands of the frame in which rows lie: one for all events, or one for each lane, its name above its rows.
 */

/** Pixels above a lane's first row, for its name. */
export const LANE_HEAD = 24;

/**
 * @param lanes   `[{ value, label }]`, the fullest first; none for a single band
 * @param top     the first pixel that rows may take
 * @param height  pixels that all bands share
 * @param row     the least height of a row
 * @returns `[{ value, label, head, top, rows, each }]`: `head` is where the band begins, `top` its first row,
 *          `each` the height of a row; lanes that find no room are left out
 */
export const bandsIn = (lanes, { top, height, row }) => {
  if (lanes.length === 0) return [bandAt(null, null, top, top, height, row)];
  const count = Math.max(1, Math.min(lanes.length, Math.floor(height / (LANE_HEAD + row))));
  const each = height / count;
  return lanes.slice(0, count).map(({ value, label }, index) => {
    const head = top + index * each;
    return bandAt(value, label, head, head + LANE_HEAD, each - LANE_HEAD, row);
  });
};

const bandAt = (value, label, head, top, height, row) => {
  const rows = Math.max(1, Math.floor(height / row));
  return { value, label, head, top, rows, each: Math.max(row, height / rows) };
};

/** The marks that stand in a band; a band without a value holds them all. */
export const marksOf = (marks, { value }) => (value === null ? marks : marks.filter(({ event }) => event.lane === value));
