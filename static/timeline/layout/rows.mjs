/**
 * Puts marks with their labels into rows so that nothing overlaps.
 *
 * The most salient events come first and get the rows nearest the axis.  An event that had a row keeps it while there
 * is room, so that the picture does not jump when it is moved.
 */

/** Empty rows; their `place(box, wanted, gap)` returns the row that a box was put into, or undefined without room. */
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
 * @param boxes   `{ id, left, right }` in pixels, the most salient first
 * @param rows    the result of `emptyRows(count)`, possibly with boxes in it already
 * @param before  Map of id → row in the previous picture
 * @param gap     the least distance between two boxes of a row, in pixels
 * @returns Map of id → row, without boxes for which there is no room
 */
export const packed = (boxes, rows, before = new Map(), gap = 14) => {
  const placed = new Map();
  for (const box of boxes) {
    const row = rows.place(box, before.get(box.id), gap);
    if (row !== undefined) placed.set(box.id, row);
  }
  return placed;
};
