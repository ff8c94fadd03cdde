/** Draws the overview: the histogram's bars, and a brush that shows and moves the view. */
import { brushX } from "d3-brush";
import { select } from "d3-selection";
import { barsOf } from "../layout/density.mjs";
import { scaleOf } from "../layout/scale.mjs";

const NARROWEST = 6;

/**
 * @param svg    the SVG element
 * @param move   called with the view that the reader brushed
 * @returns `{ draw(bins, whole, view, frame), follow(view) }`: `whole` is the time that the overview shows
 */
export const overviewBrushIn = (svg, move) => {
  const root = select(svg);
  const bars = root.append("g").attr("class", "bars");
  const layer = root.append("g").attr("class", "brush");
  const brush = brushX().handleSize(14);
  let x = null;
  let size = "";

  brush.on("brush end", ({ sourceEvent, selection }) => {
    if (!sourceEvent || !selection) return;
    const [from, to] = selection.map((pixel) => x.moment(pixel)).sort((a, b) => a - b);
    move({ from, to });
  });

  const resize = (width, height) => {
    if (size === `${width}×${height}`) return;
    size = `${width}×${height}`;
    root.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    brush.extent([[0, 0], [width, height]]);
    layer.call(brush);
  };

  const drawBars = (bins, height) =>
    bars
      .selectAll("rect")
      .data(barsOf(bins, x, height - 6))
      .join("rect")
      .attr("x", (bar) => bar.left)
      .attr("width", (bar) => Math.max(1, bar.right - bar.left - 0.5))
      .attr("y", (bar) => height - bar.height)
      .attr("height", (bar) => bar.height);

  const draw = (bins, whole, view, { width, height, mirrored }) => {
    resize(width, height);
    x = scaleOf(whole, width, mirrored);
    drawBars(bins, height);
    layer.call(brush.move, selectionOf(view, x));
  };

  /** Moves only the brush, for use while the reader pans. */
  const follow = (view) => {
    if (x) layer.call(brush.move, selectionOf(view, x));
  };
  return { draw, follow };
};

/** The brush's `[left, right]` for a view: inside the overview, and wide enough to be seen. */
const selectionOf = (view, x) => {
  const [left, right] = [x(view.from), x(view.to)].sort((a, b) => a - b);
  const wide = Math.max(right - left, NARROWEST);
  const start = Math.min(Math.max((left + right - wide) / 2, 0), x.width - NARROWEST);
  return [start, Math.min(Math.max(start + NARROWEST, (left + right + wide) / 2), x.width)];
};
