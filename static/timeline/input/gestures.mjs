/** Wheel, drag, pinch and double click on the frame, with d3-zoom, and animations to a view. */
import { select } from "d3-selection";
import "d3-transition";
import { zoom, zoomIdentity } from "d3-zoom";
import { transformOf, viewOf, zoomExtent } from "../layout/scale.mjs";
import { kept, LONGEST, shifted, SHORTEST } from "../layout/view.mjs";

const GLIDE = 260;

/**
 * @param svg       the SVG element
 * @param mirrored  whether time runs from right to left
 * @param moved     called with every new view
 * @param settled   called when a movement has ended
 * @returns `{ go(view, { glide }), resize(width, view), heading() }`
 */
export const gesturesOn = (svg, { mirrored, moved, settled }) => {
  const root = select(svg);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let width = 1;
  let goal = null;

  const identity = (view) => {
    const { k, x } = transformOf(view, width, mirrored);
    return zoomIdentity.translate(x, 0).scale(k);
  };
  const current = () => viewOf(svg.__zoom, width, mirrored);

  const behaviour = zoom()
    .scaleExtent(zoomExtent(SHORTEST, LONGEST))
    .extent(() => [[0, 0], [width, 1]])
    .constrain((transform) => identity(kept(viewOf(transform, width, mirrored))))
    .filter((event) => !event.button && (event.type !== "wheel" || !sideways(event)) && !onEvent(event))
    .on("zoom", ({ transform, sourceEvent }) => {
      if (sourceEvent) goal = null;
      moved(viewOf(transform, width, mirrored));
    })
    .on("end", () => {
      goal = null;
      settled();
    });

  root.call(behaviour);
  svg.addEventListener("wheel", (event) => {
    if (!sideways(event)) return;
    event.preventDefault();
    const pixels = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    go(shifted(current(), ((mirrored ? -1 : 1) * pixels) / width), { glide: false });
  });

  const go = (view, { glide = true } = {}) => {
    goal = kept(view);
    const smooth = glide && !still.matches && !document.hidden;
    root.interrupt();
    (smooth ? root.transition().duration(GLIDE) : root).call(behaviour.transform, identity(goal));
  };

  /** Shows the same view in a frame of another width. */
  const resize = (newWidth, view) => {
    width = newWidth;
    svg.__zoom = identity(view);
  };

  /** The view that an animation is going to, else the current one; so keys pressed quickly add up. */
  const heading = () => goal ?? current();

  return { go, resize, heading };
};

/** Whether a wheel event pans: sideways on a trackpad, or with shift; other ones zoom. */
const sideways = (event) => event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);

/** Whether it is a double click on an event or a count, which must not zoom. */
const onEvent = (event) => event.type === "dblclick" && event.target.closest("[data-event], .more") !== null;

