/** Draws the eras: a light colour behind the events, and the name at the bottom. */
import { AXIS, FOOT } from "../layout/picture.mjs";
import { namesOf } from "../layout/eras.mjs";

/** Pixels between an era's name and the counts below it. */
const LIFT = 6;

/**
 * @param layers  `{ bands, names }`: SVG groups; the bands below everything, the names above the grid, whose lines
 *                would otherwise cross them
 * @returns `draw(picture, height)`
 */
export const erasOn = ({ bands, names }) => {
  const band = (enter) => {
    const rect = enter.append("rect");
    rect.append("title");
    return rect;
  };

  const drawBands = (eras, height) =>
    bands
      .selectAll("rect")
      .data(eras)
      .join(band)
      .attr("class", ({ colour }) => `era era-${colour}`)
      .attr("x", ({ left }) => left)
      .attr("width", ({ left, right }) => right - left)
      .attr("y", AXIS)
      .attr("height", height - AXIS)
      .each(function name({ title }) {
        this.firstChild.textContent = title;
      });

  const drawNames = (eras, height, mirrored) => {
    const texts = names
      .selectAll("text")
      .data(eras)
      .join("text")
      .attr("class", ({ colour }) => `era-name era-${colour}`)
      .text(({ title }) => title);
    const boxes = namesOf(eras, texts.nodes().map((text) => text.getComputedTextLength()), mirrored);
    texts
      .attr("visibility", (_, index) => (boxes[index] ? "visible" : "hidden"))
      .attr("x", ({ left }, index) => (boxes[index] ? boxes[index][mirrored ? "right" : "left"] : left))
      .attr("y", height - FOOT - LIFT);
  };

  return ({ eras, x }, height) => {
    drawBands(eras, height);
    drawNames(eras, height, x.mirrored);
  };
};
