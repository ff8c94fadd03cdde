/** The order of the list: by first day (open starts first), then by last day (open ends last), then by id. */

const FIRST = "0000-00-00";
const LAST = "9999-99-99";

export const inOrder = (events) =>
  [...events].sort(
    (a, b) =>
      compare(a.first ?? FIRST, b.first ?? FIRST) || compare(a.last ?? LAST, b.last ?? LAST) || compare(a.id, b.id),
  );

const compare = (a, b) => (a < b ? -1 : Number(a > b));
