/** The picture as a document of its own, with a heading above it and a key to its colours below. */
import { keyIn } from "../layout/key.mjs";
import { withInlineStyles } from "./inline_styles.mjs";

const HEAD = 64;
/** The margin around the picture, and how much further in texts begin, as the labels in the picture do. */
const SIDE = 16;
const INSET = 8;
/** The key: height of a line, size of its type, size of a swatch, and the gap behind that. */
const LINE = 24;
const TYPE = 13;
const SWATCH = 12;
const GAP = 6;
const SVG = "http://www.w3.org/2000/svg";

/**
 * The document as the text of an SVG.
 *
 * @param svg    the picture
 * @param words  `{ title, range, source, families }`; families are `[{ name, colour }]`
 * @param page   `{ mirrored, language }`
 */
export const sheetOf = (svg, { title, range, source, families }, { mirrored, language }) => {
  const { width, height } = svg.viewBox.baseVal;
  const { color, fontFamily } = getComputedStyle(document.body);
  const type = { fill: color, "font-family": fontFamily };
  const lines = keyIn(families, width - 2 * INSET, widthIn(fontFamily));
  const size = { width: width + 2 * SIDE, height: HEAD + height + LINE * lines.length + SIDE };
  const at = (start) => (mirrored ? size.width - SIDE - INSET - start : SIDE + INSET + start);

  const root = element("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, lang: language });
  root.setAttribute("direction", mirrored ? "rtl" : "ltr");
  const picture = withInlineStyles(svg);
  for (const [name, value] of Object.entries({ x: SIDE, y: HEAD, width, height })) picture.setAttribute(name, value);
  root.append(
    element("title", {}, title),
    element("rect", { ...size, fill: getComputedStyle(svg.parentNode).backgroundColor }),
    element("text", { ...type, x: at(0), y: 26, "font-size": 18, "font-weight": 700 }, title),
    element("text", { ...type, x: at(0), y: 48, "font-size": TYPE }, `${range} · ${source}`),
    picture,
    ...lines.flatMap((line, index) => keyLine(line, HEAD + height + LINE * (index + 1), { type, at, mirrored })),
  );
  return new XMLSerializer().serializeToString(root);
};

/** The elements of one line of the key; `y` is its lower edge. */
const keyLine = (line, y, { type, at, mirrored }) =>
  line.flatMap(({ name, colour, start }) => {
    const left = at(start) - (mirrored ? SWATCH : 0);
    const swatch = { x: left, y: y - SWATCH, width: SWATCH, height: SWATCH, rx: 3, fill: colour };
    return [
      element("rect", swatch),
      element("text", { ...type, x: at(start + SWATCH + GAP), y: y - 1, "font-size": TYPE }, name),
    ];
  });

/** A function that gives the width of a swatch with its name, in pixels. */
const widthIn = (fontFamily) => {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = `${TYPE}px ${fontFamily}`;
  return (name) => SWATCH + GAP + canvas.measureText(name).width;
};

const element = (name, attributes, text = "") => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};
