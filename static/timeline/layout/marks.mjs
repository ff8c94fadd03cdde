/** The shape and look of an event's mark, from its date and status. */
import { DAY } from "./view.mjs";

const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A day is drawn as a point, so many pixels wide, until it would be `NEAR` pixels long. */
const POINT = 12;
const NEAR = 40;
/** The least width of longer times in pixels; narrower ones would look like points. */
const SHORTEST_BAR = 16;
/** How far bars are drawn beyond the frame, and how much of a mark must be inside it; in pixels. */
const OUTSIDE = 24;
const SEEN = 6;

const midnight = (day) => Date.parse(`${day}T00:00:00Z`);

/** The event's time in milliseconds: from its first moment to the moment after its last; null for an open end. */
export const timeOf = (event) => {
  if (MINUTE.test(event.edtf)) {
    const moment = Date.parse(`${event.edtf.slice(0, 16)}Z`);
    return { from: moment, to: moment };
  }
  return {
    from: event.first === null ? null : midnight(event.first),
    to: event.last === null ? null : midnight(event.last) + DAY,
  };
};

/** The moment at which an event is counted, as on the server: its middle, or the known end of an open interval. */
export const momentOf = (event) => {
  const { from, to } = timeOf(event);
  if (from === null) return to - DAY / 2;
  return to === null ? from : (from + to) / 2;
};

/** The five properties that a mark shows, the same as in the legend. */
export const looksOf = (event) => ({
  approximate: /[~%]/.test(event.edtf),
  uncertain: /[?%]/.test(event.edtf),
  planned: event.status === "planned",
  openStart: event.first === null,
  openEnd: event.last === null,
});

/**
 * The mark's `left` and `right` in pixels, cut off just outside the frame, and whether it is a `point`.
 * Null if hardly any of it is in the frame.
 */
export const shapeOf = (event, x) => {
  const { from, to } = timeOf(event);
  const [openLeft, openRight] = x.mirrored ? [to === null, from === null] : [from === null, to === null];
  const ends = [from, to].filter((moment) => moment !== null).map(x);
  let left = openLeft ? -OUTSIDE : Math.min(...ends);
  let right = openRight ? x.width + OUTSIDE : Math.max(...ends);
  const exact = event.precision === "day" || event.precision === "minute";
  const point = exact && right - left < NEAR;
  if (point || right - left < SHORTEST_BAR) [left, right] = around((left + right) / 2, point ? POINT : SHORTEST_BAR);
  if (right < SEEN || left > x.width - SEEN) return null;
  return { left: Math.max(left, -OUTSIDE), right: Math.min(right, x.width + OUTSIDE), point };
};

/**
 * The sides at which a bar fades: "both", "left", "right" or null.  An end fades if it is approximate and inside the
 * frame; ends that are open or outside do not.
 */
export const fadingOf = ({ edtf }, shape, { width, mirrored }) => {
  const ends = edtf.split("/").map((end) => /[~%]/.test(end));
  const [first, second] = mirrored ? [ends.at(-1), ends[0]] : [ends[0], ends.at(-1)];
  const left = first && shape.left > -OUTSIDE;
  const right = second && shape.right < width + OUTSIDE;
  if (left && right) return "both";
  return left ? "left" : right ? "right" : null;
};

const around = (centre, width) => [centre - width / 2, centre + width / 2];
