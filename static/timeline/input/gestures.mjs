/** Wheel, drag, pinch and double click on the frame, by d3-zoom; and gliding to a view. */
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
 * @returns `{ go(view, { glide }), resize() }`
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

  /** The frame has a new width: the same view in it. */
  const resize = (newWidth, view) => {
    width = newWidth;
    svg.__zoom = identity(view);
  };

  /** Where the frame is going, so that keys pressed quickly add up. */
  const heading = () => goal ?? current();

  return { go, resize, heading };
};

/** Trackpads and shift + wheel move through time; a plain wheel goes nearer and farther. */
const sideways = (event) => event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);

/** A double click on an event opens it, and does not go nearer. */
const onEvent = (event) => event.type === "dblclick" && event.target.closest("[data-event], .more") !== null;

