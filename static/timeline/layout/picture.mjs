/** The whole picture as numbers: which events are drawn, where, in which row, and what is left to count. */
import { hiddenBoxes } from "./density.mjs";
import { inTwoLines, labelBox, widestLabel } from "./labels.mjs";
import { looksOf, momentOf, shapeOf } from "./marks.mjs";
import { packed } from "./rows.mjs";
import { scaleOf } from "./scale.mjs";
import { ticksOf } from "./ticks.mjs";

/** Heights in pixels: the axis above, the counts below, and a row with its mark, two lines of title and a date. */
export const AXIS = 52;
export const FOOT = 34;
export const ROW = 72;
const MORE = 88;

export const rowsIn = (height) => Math.max(1, Math.floor((height - AXIS - FOOT) / ROW));

/**
 * @param events   most salient first
 * @param bins     the density as moments
 * @param view     `{ from, to }`
 * @param frame    `{ width, height, mirrored }` in pixels
 * @param before   Map of id → row of the picture before
 * @param measure  `measure.lines(event, widest, inTwoLines)`: `{ title: [line], date, width }` as the page's type sets them
 * @param kept     id of an event that must not be pushed out: the one the reader has open
 * @returns `{ x, ticks, marks, rows, hidden }`
 */
export const pictureOf = ({ events, bins, view, frame, before, measure, kept }) => {
  const x = scaleOf(view, frame.width, frame.mirrored);
  const seen = [];
  for (const event of events) {
    const shape = shapeOf(event, x);
    if (shape) seen.push(labelled(event, shape, frame, measure));
  }
  const rows = packed(first(seen, kept), rowsIn(frame.height), before);
  const marks = seen.filter((mark) => rows.has(mark.id)).map((mark) => ({ ...mark, row: rows.get(mark.id) }));
  const drawn = marks.map((mark) => momentOf(mark.event));
  return { x, ticks: ticksOf(view, frame.width), marks, rows, hidden: hiddenBoxes(bins, drawn, x, MORE), seen };
};

const labelled = (event, shape, frame, measure) => {
  const widest = widestLabel(frame.width);
  const lines = measure.lines(event, widest, inTwoLines);
  const label = labelBox(shape, lines.width, frame.width, frame.mirrored);
  const [left, right] = [Math.min(shape.left, label.left), Math.max(shape.right, label.right)];
  return { id: event.id, event, shape, looks: looksOf(event), label, lines, left, right };
};

/** The event that must stay comes before all others. */
const first = (marks, id) => (id === null ? marks : [...marks].sort((a, b) => (b.id === id) - (a.id === id)));
