/** Copying an SVG with its computed styles as attributes, so that it looks the same without the page's stylesheets. */

const LOOKS = [
  "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "paint-order", "font-family", "font-size", "font-weight", "text-anchor", "visibility", "display", "stop-color",
];

/** Returns a copy of an element and its children with their computed styles; hidden elements are left out. */
export const withInlineStyles = (original) => {
  const copy = original.cloneNode(false);
  const computed = getComputedStyle(original);
  if (original.nodeName !== "svg") for (const look of LOOKS) dress(copy, original, computed, look);
  for (const name of ["class", "data-event", "data-lines", "tabindex"]) copy.removeAttribute(name);
  for (const child of original.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
    else if (child.nodeType === Node.ELEMENT_NODE && getComputedStyle(child).display !== "none") copy.append(withInlineStyles(child));
  }
  return copy;
};

/** Sets one style as an attribute, except a fill with a gradient, which already is an attribute. */
const dress = (copy, original, computed, look) => {
  const value = computed.getPropertyValue(look);
  if (value === "" || (look === "fill" && original.getAttribute("fill")?.startsWith("url("))) return;
  copy.setAttribute(look, value);
};
