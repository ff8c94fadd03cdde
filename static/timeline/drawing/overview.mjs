/** The strip beneath the picture, with the density of the whole time of the filtered events. */
import { overviewOf, wholeOf } from "../input/overview.mjs";
import { overviewBrushIn } from "./overview_brush.mjs";

/**
 * @param svg     the strip's SVG element
 * @param source  what `sourceOf` gave
 * @param state   what is shown; `extent` is the events' own time
 * @param size    `{ mirrored }`
 * @param move    called with the view that the reader brushed
 * @param failed  called with the error where the density could not be had
 * @returns `{ over(extent), draw(), follow(view), forget() }`
 */
export const overviewOn = ({ svg, source, state, size, move, failed }) => {
  const strip = overviewBrushIn(svg, move);
  let bins = [];

  const draw = () => {
    const { clientWidth: width, clientHeight: height } = svg.parentElement;
    if (width > 0) strip.draw(bins, wholeOf(state.extent), state.view, { ...size, width, height });
  };

  /** Asked for once for each extent. */
  const over = async (extent) => {
    if (JSON.stringify(extent) === JSON.stringify(state.extent)) return;
    state.extent = extent;
    draw();
    try {
      const answer = await overviewOf(source, extent, state.filters);
      if (state.extent !== extent) return; // other filters were chosen meanwhile
      bins = answer;
      draw();
    } catch (error) {
      failed(error);
    }
  };

  const forget = () => {
    state.extent = null;
  };

  return { over, draw, forget, follow: strip.follow };
};
