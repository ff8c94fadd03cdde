/**
 * Put marks and their labels into rows so that nothing overlaps.
 *
 * The most salient come first and get the rows nearest the axis; an event that had a row keeps it
 * while it is free, so that the picture does not jump while it is moved.
 */

/** Empty rows, to be filled: `place(box, wanted, gap)` answers the row of a box, or undefined where there is no room. */
export const emptyRows = (count) => {
  const taken = Array.from({ length: count }, () => []);
  const free = (row, box, gap) =>
    taken[row].every((other) => box.right + gap <= other.left || other.right + gap <= box.left);
  const rowFor = (box, wanted, gap) => {
    if (wanted !== undefined && wanted < count && free(wanted, box, gap)) return wanted;
    for (let row = 0; row < count; row += 1) if (free(row, box, gap)) return row;
    return undefined;
  };
  const place = (box, wanted, gap) => {
    const row = rowFor(box, wanted, gap);
    if (row !== undefined) taken[row].push(box);
    return row;
  };
  return { place };
};

/**
 * @param boxes   most salient first: `{ id, left, right }` in pixels
 * @param rows    `emptyRows(count)`, or rows that hold something already
 * @param before  Map of id → row in the picture before
 * @param gap     pixels between two boxes of a row
 * @returns Map of id → row; what found no place is not in it
 */
export const packed = (boxes, rows, before = new Map(), gap = 14) => {
  const placed = new Map();
  for (const box of boxes) {
    const row = rows.place(box, before.get(box.id), gap);
    if (row !== undefined) placed.set(box.id, row);
  }
  return placed;
};
