/**
 * Converting between moments and pixels.  On pages that are read from right to left, time runs from right to left too;
 * all of this mirroring is here.
 */
import { FIRST_MOMENT, LAST_MOMENT, spanOf } from "./view.mjs";

const BASE_SPAN = LAST_MOMENT - FIRST_MOMENT;

/**
 * A linear scale: `x(moment)` is the distance from the frame's left edge in pixels, `x.moment(pixels)` its inverse,
 * `x.pixels(span)` the length of a span.
 */
export const scaleOf = (view, width, mirrored) => {
  const perMs = width / spanOf(view);
  const x = mirrored
    ? (moment) => (view.to - moment) * perMs
    : (moment) => (moment - view.from) * perMs;
  x.moment = mirrored
    ? (pixels) => view.to - pixels / perMs
    : (pixels) => view.from + pixels / perMs;
  x.pixels = (span) => span * perMs;
  x.width = width;
  x.mirrored = mirrored;
  return x;
};

/** The zoom transform (d3-zoom's k and x) that shows `view`; k is 1 if the frame shows the whole calendar. */
export const transformOf = (view, width, mirrored) => {
  const k = BASE_SPAN / spanOf(view);
  const share = mirrored ? (LAST_MOMENT - view.to) / BASE_SPAN : (view.from - FIRST_MOMENT) / BASE_SPAN;
  return { k, x: -k * share * width };
};

/** The view that a zoom transform shows: the inverse of `transformOf`. */
export const viewOf = ({ k, x }, width, mirrored) => {
  const span = BASE_SPAN / k;
  const share = -x / (k * width);
  const edge = mirrored ? LAST_MOMENT - share * BASE_SPAN : FIRST_MOMENT + share * BASE_SPAN;
  return mirrored ? { from: edge - span, to: edge } : { from: edge, to: edge + span };
};

/** The `[smallest, largest]` zoom factors of d3-zoom, for spans from `shortest` to `longest`. */
export const zoomExtent = (shortest, longest) => [BASE_SPAN / longest, BASE_SPAN / shortest];
