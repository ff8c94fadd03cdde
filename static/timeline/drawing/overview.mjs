/** The overview below the picture: a histogram of all filtered events, fetched from the server. */
import { overviewOf, wholeOf } from "../input/overview.mjs";
import { overviewBrushIn } from "./overview_brush.mjs";

/**
 * @param svg     the overview's SVG element
 * @param source  the result of `sourceOf`
 * @param state   what is shown; `extent` is the first and last day of the filtered events
 * @param size    `{ mirrored }`
 * @param move    called with the view that the reader brushed
 * @param failed  called with the error if the histogram could not be fetched
 * @returns `{ over(extent), draw(), follow(view), forget() }`
 */
export const overviewOn = ({ svg, source, state, size, move, failed }) => {
  const strip = overviewBrushIn(svg, move);
  let bins = [];

  const draw = () => {
    const { clientWidth: width, clientHeight: height } = svg.parentElement;
    if (width > 0) strip.draw(bins, wholeOf(state.extent), state.view, { ...size, width, height });
  };

  /** Shows an extent; its histogram is fetched only if the extent has changed. */
  const over = async (extent) => {
    if (JSON.stringify(extent) === JSON.stringify(state.extent)) return;
    state.extent = extent;
    draw();
    try {
      const answer = await overviewOf(source, extent, state.filters);
      if (state.extent !== extent) return; // the filters have changed meanwhile
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
