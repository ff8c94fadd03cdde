/** Lays out the picture: which events are drawn, where and in which row, and how many are hidden. */
import { hiddenBoxes } from "./density.mjs";
import { erasIn } from "./eras.mjs";
import { inTwoLines, labelBox, widestLabel } from "./labels.mjs";
import { bandsIn, hiddenIn, marksOf } from "./lanes.mjs";
import { fadingOf, looksOf, momentOf, shapeOf } from "./marks.mjs";
import { emptyRows, packed } from "./rows.mjs";
import { scaleOf } from "./scale.mjs";
import { ticksOf } from "./ticks.mjs";

/**
 * Heights in pixels: the axis, the counts at the bottom, and the least height of a row (mark, two lines of title,
 * date).
 */
export const AXIS = 52;
export const FOOT = 34;
export const ROW = 70;
/** Widths in pixels: of the boxes in which hidden events are counted together, and between marks without labels. */
const MORE = 88;
const BARE_GAP = 4;

/** Pixels at the bottom for the names of eras, if there are any. */
const ERA_NAMES = 22;

/** The most rows that there is room for. */
export const rowsIn = (height) => Math.max(1, Math.floor((height - AXIS - FOOT) / ROW));

/** The part of the frame for rows. */
const spaceIn = (height, eras) => ({
  top: AXIS,
  height: height - AXIS - FOOT - (eras.length > 0 ? ERA_NAMES : 0),
  row: ROW,
});

/**
 * @param events   the most salient first
 * @param bins     the histogram, as moments
 * @param view     `{ from, to }`
 * @param frame    `{ width, height, mirrored }` in pixels
 * @param before   Map of id → row in the previous picture
 * @param measure  the result of `measureIn`
 * @param kept     ids of events that must be drawn: the open one, and the one focused with keys
 * @param lanes    the lanes, empty for none
 * @param eras     the eras
 * @returns `{ x, ticks, marks, rows, hidden, seen, bands, eras }`: `seen` are the marks in the frame, `marks` those
 *          that are drawn, without label if there is no room for it
 */
export const pictureOf = ({ events, bins, view, frame, before, measure, kept = [], lanes = [], eras = [] }) => {
  const x = scaleOf(view, frame.width, frame.mirrored);
  const seen = [];
  for (const event of events) {
    const shape = shapeOf(event, x);
    if (shape) seen.push(labelled(event, shape, frame, measure));
  }
  const bands = bandsIn(lanes, spaceIn(frame.height, eras));
  const rows = new Map();
  const marks = bands.flatMap((band) => inBand(band, first(marksOf(seen, band), kept), before, rows));
  for (const band of bands) band.hidden = hiddenIn(band, marks, view);
  const drawn = marks.map((mark) => momentOf(mark.event));
  const hidden = hiddenBoxes(bins, drawn, x, MORE);
  return { x, ticks: ticksOf(view, frame.width), marks, rows, hidden, seen, bands, eras: erasIn(eras, x) };
};

/** The marks that a band has room for, in the order of events; the rows of those with labels are added to `rows`. */
const inBand = (band, seen, before, rows) => {
  const empty = emptyRows(band.rows);
  const placed = packed(seen, empty, before);
  const bare = packed(seen.filter((mark) => !placed.has(mark.id)).map(withoutLabel), empty, before, BARE_GAP);
  for (const [id, row] of placed) rows.set(id, row);
  const top = (row) => band.top + row * band.each;
  return seen.flatMap((mark) => {
    if (placed.has(mark.id)) return [{ ...mark, head: band.head, top: top(placed.get(mark.id)) }];
    return bare.has(mark.id) ? [{ ...withoutLabel(mark), head: band.head, top: top(bare.get(mark.id)) }] : [];
  });
};

/** A mark without a label. */
const withoutLabel = (mark) => ({ ...mark, label: null, left: mark.shape.left, right: mark.shape.right });

const labelled = (event, shape, frame, measure) => {
  const widest = widestLabel(frame.width);
  const lines = measure.lines(event, widest, inTwoLines);
  const label = labelBox(shape, lines.width, frame.width, frame.mirrored);
  const [left, right] = [Math.min(shape.left, label.left), Math.max(shape.right, label.right)];
  const fading = shape.point ? null : fadingOf(event, shape, frame);
  return { id: event.id, event, shape, looks: looksOf(event), fading, label, lines, left, right };
};

/** The marks with those of `ids` first. */
const first = (marks, ids) => [...marks].sort((a, b) => ids.includes(b.id) - ids.includes(a.id));
