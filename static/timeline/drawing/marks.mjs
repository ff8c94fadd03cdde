/** The events: points, bars and labels.  Elements are kept from frame to frame; texts are set only when they change. */
import { AXIS, ROW } from "../layout/picture.mjs";

const MARK = 10;
const HEIGHT = 9;
const POINT = 12;
const TITLE = 31;
const LINE = 18;

/**
 * @param layer     the SVG group
 * @param settings  `{ families, language }`: the family of each type, and the language of the page
 * @returns `draw(picture, { open, cursor })`
 */
export const marksIn = (layer, { families, language }) => {
  const build = (enter) => {
    const group = enter
      .append("g")
      .attr("data-event", (mark) => mark.id)
      .attr("class", (mark) => `event family-${families[mark.event.type] ?? "other"}`);
    group.append("line").attr("class", "stem");
    group.append("rect").attr("class", "hit");
    group.append("rect").attr("class", "mark").attr("height", HEIGHT);
    group.append("text").attr("class", "title").attr("lang", (mark) => mark.event.lang);
    group.append("text").attr("class", "date").attr("lang", language);
    return group;
  };

  return ({ marks, x }, { open, cursor }) => {
    layer
      .selectAll("g.event")
      .data(marks, (mark) => mark.id)
      .join(build)
      .classed("open", (mark) => mark.id === open)
      .classed("at-cursor", (mark) => mark.id === cursor)
      .each(function place(mark) {
        placeMark(this, mark, families);
        placeLabel(this, mark, x);
      });
  };
};

const placeMark = (group, { event, shape, looks, row }, families) => {
  const [stem, , rect] = group.children;
  const top = AXIS + row * ROW + MARK;
  const centre = (shape.left + shape.right) / 2;
  set(stem, { x1: centre, x2: centre, y1: AXIS - 2, y2: shape.point ? top : AXIS - 2 });
  const faded = looks.approximate && !looks.planned && !shape.point;
  set(rect, {
    class: classesOf(shape, looks, faded),
    x: shape.left,
    y: top - (shape.point ? 1.5 : 0),
    width: shape.right - shape.left,
    height: shape.point ? POINT : HEIGHT,
    rx: shape.point ? POINT / 2 : 2,
    fill: faded ? `url(#fade-${families[event.type] ?? "other"})` : null,
  });
};

/** Bars of approximate dates fade at both ends; the other looks are told by the styles. */
const classesOf = (shape, looks, faded) => {
  const told = ["approximate", "uncertain", "planned"].filter((look) => looks[look]);
  return ["mark", shape.point ? "point" : "bar", ...told, ...(faded ? ["faded"] : [])].join(" ");
};

const placeLabel = (group, { label, lines, event, row, left, right }, x) => {
  const [, hit, , title, date] = group.children;
  const top = AXIS + row * ROW;
  const edge = x.mirrored ? label.right : label.left;
  if (group.dataset.lines !== lines.key) {
    group.dataset.lines = lines.key;
    title.replaceChildren(...lines.title.map((line) => tspan(line)));
    date.textContent = lines.date;
    align(title, lines.title.join(" "), x.mirrored);
    align(date, lines.date, x.mirrored);
  }
  [...title.children].forEach((line, index) => set(line, { x: edge, y: top + MARK + TITLE + index * LINE - 3 }));
  set(date, { x: edge, y: top + MARK + TITLE + lines.title.length * LINE - 4 });
  set(hit, { x: left - 4, y: top + 4, width: right - left + 8, height: TITLE + lines.title.length * LINE + 8 });
};

/** A text hangs on the label's starting edge whatever its own direction: an English title on an Arabic page too. */
const align = (text, words, mirrored) => {
  const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words) || (mirrored && !/\p{L}/u.test(words));
  set(text, { direction: rightToLeft ? "rtl" : "ltr", "text-anchor": rightToLeft === mirrored ? "start" : "end" });
};

const tspan = (words) => {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
  line.textContent = words;
  return line;
};

/** Sets what changed; null takes an attribute away. */
const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
};
