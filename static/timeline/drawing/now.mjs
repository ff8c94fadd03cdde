/** The line of the present moment, labelled. */
import { AXIS } from "../layout/picture.mjs";

const LABEL = 6;
const LINE = 18;

/** Returns `draw(picture, height)`. */
export const nowIn = (layer, phrases) => {
  const line = layer.append("line").attr("class", "now");
  const text = layer.append("text").attr("class", "now").text(phrases.say("now"));

  return ({ x }, height) => {
    const at = x(Date.now());
    const inside = at >= 0 && at <= x.width;
    layer.attr("visibility", inside ? null : "hidden");
    if (!inside) return;
    line.attr("x1", at).attr("x2", at).attr("y1", LINE + 4).attr("y2", height);
    const atEdge = x.mirrored ? at < 50 : at > x.width - 50;
    const before = atEdge !== x.mirrored;
    text
      .attr("x", at + (before ? -LABEL : LABEL))
      .attr("y", LINE)
      .attr("text-anchor", before === x.mirrored ? "start" : "end");
  };
};
