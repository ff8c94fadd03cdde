/**
 * Put marks and their labels into rows so that nothing overlaps.
 *
 * The most salient come first and get the rows nearest the axis; an event that had a row keeps it
 * while it is free, so that the picture does not jump while it is moved.
 */

/**
 * @param boxes   most salient first: `{ id, left, right }` in pixels
 * @param rows    how many rows there are
 * @param before  Map of id → row in the picture before
 * @param gap     pixels between two boxes of a row
 * @returns Map of id → row; what found no place is not in it
 */
export const packed = (boxes, rows, before = new Map(), gap = 14) => {
  const taken = Array.from({ length: rows }, () => []);
  const placed = new Map();
  const free = (row, box) => taken[row].every((other) => box.right + gap <= other.left || other.right + gap <= box.left);
  for (const box of boxes) {
    const row = rowFor(box, rows, before.get(box.id), free);
    if (row === undefined) continue;
    taken[row].push(box);
    placed.set(box.id, row);
  }
  return placed;
};

const rowFor = (box, rows, wanted, free) => {
  if (wanted !== undefined && wanted < rows && free(wanted, box)) return wanted;
  for (let row = 0; row < rows; row += 1) if (free(row, box)) return row;
  return undefined;
};
