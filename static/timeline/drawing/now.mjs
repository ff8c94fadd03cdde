/** Draws the line of the present moment, with a label if there is room for it. */
import { AXIS } from "../layout/picture.mjs";

const GAP = 6;
const LINE = 18;

/** @returns `draw(picture, height, taken)`; `taken` are the `[left, right]` of other labels on the same line */
export const nowIn = (layer, phrases) => {
  const line = layer.append("line").attr("class", "now");
  const text = layer.append("text").attr("class", "now").text(phrases.say("now"));

  return ({ x }, height, taken) => {
    const at = x(Date.now());
    const inside = at >= 0 && at <= x.width;
    layer.attr("visibility", inside ? null : "hidden");
    if (!inside) return;
    line.attr("x1", at).attr("x2", at).attr("y1", LINE + 4).attr("y2", height);
    const length = text.node().getComputedTextLength();
    const sides = [[at + GAP, at + GAP + length], [at - GAP - length, at - GAP]];
    const side = sides.find((box) => fits(box, x, taken));
    text
      .attr("visibility", side ? null : "hidden")
      .attr("x", side ? side[0] : at)
      .attr("y", LINE)
      .attr("text-anchor", x.mirrored ? "end" : "start");
    line.attr("y1", side ? LINE + 4 : AXIS - 8);
  };
};

const fits = ([left, right], x, taken) =>
  left >= 0 && right <= x.width && taken.every((box) => right + GAP <= box[0] || box[1] + GAP <= left);
