/** Draws the numbers of hidden events ("+412") below the places where they are; a click zooms in there. */
import { FOOT } from "../layout/picture.mjs";

const HEIGHT = 22;
const PADDING = 9;

/**
 * @param go  called with the `{ from, to }` of a clicked count
 * @returns `draw(picture, height)`
 */
export const hiddenCountsIn = (layer, phrases, go) => {
  const build = (enter) => {
    const group = enter.append("g").attr("class", "more");
    group.append("rect").attr("height", HEIGHT).attr("rx", HEIGHT / 2);
    group.append("text").attr("y", HEIGHT / 2 + 4);
    group.append("title");
    return group.on("click", (_, box) => go(box));
  };

  return ({ hidden, x }, height) => {
    layer
      .selectAll("g.more")
      .data(hidden, (box) => box.place)
      .join(build)
      .each(function place(box) {
        const [pill, text, title] = this.children;
        text.textContent = phrases.more(box.count);
        title.textContent = phrases.say("moreHere", { count: box.count });
        const width = text.getComputedTextLength() + 2 * PADDING;
        const centre = (box.left + box.right) / 2;
        const left = Math.min(Math.max(centre - width / 2, 0), x.width - width);
        pill.setAttribute("width", width);
        text.setAttribute("x", width / 2);
        this.setAttribute("transform", `translate(${left},${height - FOOT + 6})`);
      });
  };
};
