/** The list's order, which is the timeline's: by first day, then by last, open starts first, then by id. */

const FIRST = "0000-00-00";
const LAST = "9999-99-99";

export const inOrder = (events) =>
  [...events].sort(
    (a, b) =>
      compare(a.first ?? FIRST, b.first ?? FIRST) || compare(a.last ?? LAST, b.last ?? LAST) || compare(a.id, b.id),
  );

const compare = (a, b) => (a < b ? -1 : Number(a > b));
