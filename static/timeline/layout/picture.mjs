/** The whole picture as numbers: which events are drawn, where, in which row, and what is left to count. */
import { hiddenBoxes } from "./density.mjs";
import { inTwoLines, labelBox, widestLabel } from "./labels.mjs";
import { looksOf, momentOf, shapeOf } from "./marks.mjs";
import { emptyRows, packed } from "./rows.mjs";
import { scaleOf } from "./scale.mjs";
import { ticksOf } from "./ticks.mjs";

/** Heights in pixels: the axis above, the counts below, and the lowest row: its mark, two lines of title and a date. */
export const AXIS = 52;
export const FOOT = 34;
export const ROW = 70;
/** Widths in pixels: of a place whose hidden events are counted together, and between bare marks. */
const MORE = 88;
const BARE_GAP = 4;

export const rowsIn = (height) => Math.max(1, Math.floor((height - AXIS - FOOT) / ROW));

/** Rows share what height there is. */
const topsIn = (height) => {
  const rows = rowsIn(height);
  const each = Math.max(ROW, (height - AXIS - FOOT) / rows);
  return (row) => AXIS + row * each;
};

/**
 * @param events   most salient first
 * @param bins     the density as moments
 * @param view     `{ from, to }`
 * @param frame    `{ width, height, mirrored }` in pixels
 * @param before   Map of id → row of the picture before
 * @param measure  `measure.lines(event, widest, inTwoLines)`: `{ title: [line], date, width }` as the page's type sets them
 * @param kept     id of an event that must not be pushed out: the one the reader has open
 * @returns `{ x, ticks, marks, rows, hidden, seen }`: `marks` are drawn, those without room for words bare
 */
export const pictureOf = ({ events, bins, view, frame, before, measure, kept }) => {
  const x = scaleOf(view, frame.width, frame.mirrored);
  const seen = [];
  for (const event of events) {
    const shape = shapeOf(event, x);
    if (shape) seen.push(labelled(event, shape, frame, measure));
  }
  const empty = emptyRows(rowsIn(frame.height));
  const rows = packed(first(seen, kept), empty, before);
  const bare = packed(seen.filter((mark) => !rows.has(mark.id)).map(withoutLabel), empty, before, BARE_GAP);
  const top = topsIn(frame.height);
  const marks = seen.flatMap((mark) => {
    if (rows.has(mark.id)) return [{ ...mark, top: top(rows.get(mark.id)) }];
    return bare.has(mark.id) ? [{ ...withoutLabel(mark), top: top(bare.get(mark.id)) }] : [];
  });
  const drawn = marks.map((mark) => momentOf(mark.event));
  return { x, ticks: ticksOf(view, frame.width), marks, rows, hidden: hiddenBoxes(bins, drawn, x, MORE), seen };
};

/** A mark alone: seen, pointed at and opened, but without words. */
const withoutLabel = (mark) => ({ ...mark, label: null, left: mark.shape.left, right: mark.shape.right });

const labelled = (event, shape, frame, measure) => {
  const widest = widestLabel(frame.width);
  const lines = measure.lines(event, widest, inTwoLines);
  const label = labelBox(shape, lines.width, frame.width, frame.mirrored);
  const [left, right] = [Math.min(shape.left, label.left), Math.max(shape.right, label.right)];
  return { id: event.id, event, shape, looks: looksOf(event), label, lines, left, right };
};

/** The event that must stay comes before all others. */
const first = (marks, id) => (id === null ? marks : [...marks].sort((a, b) => (b.id === id) - (a.id === id)));
