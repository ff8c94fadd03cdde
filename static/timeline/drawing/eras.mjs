/** The eras: a quiet colour behind the events and the name at its foot. */
import { AXIS, FOOT } from "../layout/picture.mjs";
import { namesOf } from "../layout/eras.mjs";

/** Pixels between an era's name and the counts below it. */
const LIFT = 6;

/** @param layer  an SVG group beneath everything; returns `draw(picture, height)` */
export const erasOn = (layer) => {
  const build = (enter) => {
    const group = enter.append("g");
    group.append("rect");
    group.append("text");
    group.append("title");
    return group;
  };

  return ({ eras, x }, height) => {
    const groups = layer
      .selectAll("g.era")
      .data(eras)
      .join(build)
      .attr("class", ({ colour }) => `era era-${colour}`)
      .each(function name({ title }) {
        const [, text, full] = this.children;
        if (text.textContent === title) return;
        text.textContent = title;
        full.textContent = title;
      });
    const widths = groups.nodes().map((group) => group.children[1].getComputedTextLength());
    const names = namesOf(eras, widths, x.mirrored);
    groups.each(function place({ left, right }, index) {
      const [rect, text] = this.children;
      const box = names[index];
      for (const [name, value] of Object.entries({ x: left, y: AXIS, width: right - left, height: height - AXIS }))
        rect.setAttribute(name, value);
      text.setAttribute("visibility", box ? "visible" : "hidden");
      text.setAttribute("x", box ? (x.mirrored ? box.right : box.left) : left);
      text.setAttribute("y", height - FOOT - LIFT);
    });
  };
};
