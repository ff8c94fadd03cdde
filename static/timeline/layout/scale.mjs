/**
 * Between moments and pixels.  Where a page is read from right to left, time runs from right to left too:
 * everything that mirrors does so here and nowhere else.
 */
import { FIRST_MOMENT, LAST_MOMENT, spanOf } from "./view.mjs";

const BASE_SPAN = LAST_MOMENT - FIRST_MOMENT;

/**
 * A linear scale: `x(moment)` is the distance in pixels from the frame's left edge,
 * `x.moment(pixels)` the way back, `x.pixels(span)` a length.
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

/** The zoom transform (d3-zoom's k and x) that shows `view`; k is 1 where the whole calendar fits the frame. */
export const transformOf = (view, width, mirrored) => {
  const k = BASE_SPAN / spanOf(view);
  const share = mirrored ? (LAST_MOMENT - view.to) / BASE_SPAN : (view.from - FIRST_MOMENT) / BASE_SPAN;
  return { k, x: -k * share * width };
};

/** The view that a zoom transform shows; the inverse of `transformOf`. */
export const viewOf = ({ k, x }, width, mirrored) => {
  const span = BASE_SPAN / k;
  const share = -x / (k * width);
  const edge = mirrored ? LAST_MOMENT - share * BASE_SPAN : FIRST_MOMENT + share * BASE_SPAN;
  return mirrored ? { from: edge - span, to: edge } : { from: edge, to: edge + span };
};

/** The zoom factors d3-zoom may go to, for spans from `shortest` to `longest`. */
export const zoomExtent = (shortest, longest) => [BASE_SPAN / longest, BASE_SPAN / shortest];
