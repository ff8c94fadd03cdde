/** The places of eras and of their names. */
import { DAY } from "./view.mjs";

const midnight = (day) => Date.parse(`${day}T00:00:00Z`);
const INSET = 8;
const GAP = 12;

/** `[{ title, colour, left, right }]` of the eras in the frame, in pixels; an open end is at the frame's edge. */
export const erasIn = (eras, x) =>
  eras
    .map(({ title, colour, first, last }) => {
      const ends = [first === null ? null : x(midnight(first)), last === null ? null : x(midnight(last) + DAY)];
      const [start, end] = x.mirrored ? [ends[1], ends[0]] : ends;
      const left = Math.max(start ?? 0, 0);
      const right = Math.min(end ?? x.width, x.width);
      return { title, colour, left, right };
    })
    .filter(({ left, right }) => right - left >= 1);

/**
 * The `{ left, right }` of each era's name, at the era's beginning in reading direction; null if another name is there
 * or the era is too narrow.
 *
 * @param widths  the widths of the names in pixels, in the order of the eras
 */
export const namesOf = (eras, widths, mirrored) => {
  const taken = [];
  return eras.map(({ left, right }, index) => {
    const width = widths[index];
    const from = mirrored ? right - INSET - width : left + INSET;
    const box = { left: from, right: from + width };
    const fits = width + 2 * INSET <= right - left;
    if (!fits || taken.some((other) => box.left < other.right + GAP && other.left < box.right + GAP)) return null;
    taken.push(box);
    return box;
  });
};
