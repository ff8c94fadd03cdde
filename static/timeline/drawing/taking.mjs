/** The picture as a file of its own: with its looks written into it, so that it needs no page around. */

const LOOKS = [
  "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "paint-order", "font-family", "font-size", "font-weight", "text-anchor", "visibility", "display", "stop-color",
];
const HEAD = 64;
const SIDE = 16;
/** Pixels of the file for one of the screen, so that print is sharp. */
const SHARP = 2;
const SVG = "http://www.w3.org/2000/svg";

/**
 * The picture's SVG as text.
 *
 * @param svg    the picture
 * @param words  `{ title, range, source }`, written above it
 * @param page   `{ mirrored, language }`
 */
export const svgOf = (svg, { title, range, source }, { mirrored, language }) => {
  const { width, height } = svg.getBoundingClientRect();
  const body = getComputedStyle(document.body);
  const root = element("svg", { width, height: height + HEAD, viewBox: `0 0 ${width} ${height + HEAD}`, lang: language });
  root.setAttribute("direction", mirrored ? "rtl" : "ltr");
  root.append(element("title", {}, title));
  root.append(element("rect", { width, height: height + HEAD, fill: getComputedStyle(svg.parentNode).backgroundColor }));
  const edge = mirrored ? width - SIDE : SIDE;
  const words = { x: edge, fill: body.color, "font-family": body.fontFamily };
  root.append(element("text", { ...words, y: 26, "font-size": 18, "font-weight": 700 }, title));
  root.append(element("text", { ...words, y: 48, "font-size": 13 }, `${range} · ${source}`));
  const picture = dressed(svg);
  picture.setAttribute("y", HEAD);
  root.append(picture);
  return new XMLSerializer().serializeToString(root);
};

/** A PNG of an SVG text, as a blob. */
export const pngOf = async (text) => {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * SHARP, image.height * SHARP];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
};

/** Hands a blob to the reader as a file. */
export const save = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

/** A copy with the computed looks of every element; what is hidden stays out. */
const dressed = (original) => {
  const copy = original.cloneNode(false);
  const computed = getComputedStyle(original);
  if (original.nodeName !== "svg") for (const look of LOOKS) dress(copy, original, computed, look);
  for (const name of ["class", "data-event", "data-lines", "tabindex"]) copy.removeAttribute(name);
  for (const child of original.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
    else if (child.nodeType === Node.ELEMENT_NODE && getComputedStyle(child).display !== "none") copy.append(dressed(child));
  }
  return copy;
};

/** A gradient is named by an attribute; its colour is no look of the element. */
const dress = (copy, original, computed, look) => {
  const value = computed.getPropertyValue(look);
  if (value === "" || (look === "fill" && original.getAttribute("fill")?.startsWith("url("))) return;
  copy.setAttribute(look, value);
};

const element = (name, attributes, text = "") => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};
