/**
 * Draws the events: points, bars and labels.  Elements are kept from frame to frame; texts are set only when they
 * change.
 */

/** Pixels: the top of the mark within its row, heights of bars and points, the first line of the title, a line. */
const MARK = 8;
const HEIGHT = 9;
const POINT = 12;
const TITLE = 28;
const LINE = 18;

/**
 * @param layers    `{ stems, events }`: SVG groups, the stems below all events
 * @param settings  `{ families, language }`: the family of each type, and the language of the page
 * @returns `draw(picture, { open, cursor })`
 */
export const marksIn = (layers, { families, language }) => {
  const familyOf = (mark) => `family-${families[mark.event.type] ?? "other"}`;
  const build = (enter) => {
    const group = enter
      .append("g")
      .attr("data-event", (mark) => mark.id)
      .attr("class", (mark) => `event ${familyOf(mark)}`);
    group.append("rect").attr("class", "hit");
    group.append("rect").attr("class", "mark");
    group.append("text").attr("class", "title").attr("lang", (mark) => mark.event.lang);
    group.append("text").attr("class", "date").attr("lang", language);
    group.append("title").text((mark) => `${mark.event.title}\n${mark.event.date_words}`);
    return group;
  };

  return ({ marks, x }, { open, cursor }) => {
    const chosen = (join) =>
      join.classed("open", (mark) => mark.id === open).classed("at-cursor", (mark) => mark.id === cursor);
    layers.stems
      .selectAll("line")
      .data(marks.filter((mark) => mark.shape.point), (mark) => mark.id)
      .join((enter) => enter.append("line").attr("class", (mark) => `stem ${familyOf(mark)}`))
      .call(chosen)
      .each(function place(mark) {
        const centre = (mark.shape.left + mark.shape.right) / 2;
        set(this, { x1: centre, x2: centre, y1: mark.head, y2: topOf(mark) });
      });
    layers.events
      .selectAll("g.event")
      .data(marks, (mark) => mark.id)
      .join(build)
      .call(chosen)
      .each(function place(mark) {
        placeMark(this, mark, families);
        placeLabel(this, mark, x);
      });
  };
};

const topOf = ({ top }) => top + MARK;

const placeMark = (group, { event, shape, looks, fading, top }, families) => {
  const faded = fading !== null && !looks.planned;
  set(group.children[1], {
    class: classesOf(shape, looks, faded),
    x: shape.left,
    y: top + MARK - (shape.point ? 1.5 : 0),
    width: shape.right - shape.left,
    height: shape.point ? POINT : HEIGHT,
    rx: shape.point ? POINT / 2 : 2,
    fill: faded ? `url(#fade-${families[event.type] ?? "other"}-${fading})` : null,
  });
};

/** The CSS classes of a mark. */
const classesOf = (shape, looks, faded) => {
  const shown = ["approximate", "uncertain", "planned"].filter((look) => looks[look]);
  return ["mark", shape.point ? "point" : "bar", ...shown, ...(faded ? ["faded"] : [])].join(" ");
};

const placeLabel = (group, { label, lines, shape, top }, x) => {
  const [hit, , title, date] = group.children;
  group.classList.toggle("bare", label === null);
  if (label === null) return placeHit(hit, shape, top + MARK, 0);
  const edge = x.mirrored ? label.right : label.left;
  if (group.dataset.lines !== lines.key) write(group, lines, x);
  [...title.children].forEach((line, index) => set(line, { x: edge, y: top + MARK + TITLE + index * LINE }));
  set(date, { x: edge, y: top + MARK + TITLE + lines.title.length * LINE - 1 });
  return placeHit(hit, label, top + MARK, TITLE + lines.title.length * LINE - MARK);
};

/** Places the rectangle behind the label, which can be pointed at and hides the grid lines behind the text. */
const placeHit = (hit, { left, right }, top, height) =>
  set(hit, { x: left - 4, y: top + POINT, width: right - left + 8, height, rx: 2 });

const write = (group, lines, x) => {
  const [, , title, date] = group.children;
  group.dataset.lines = lines.key;
  title.replaceChildren(...lines.title.map((line) => tspan(line)));
  date.textContent = lines.date;
  align(title, lines.title.join(" "), x.mirrored);
  align(date, lines.date, x.mirrored);
};

/** Aligns a text with the label's starting edge in either direction: also an English title on an Arabic page. */
const align = (text, words, mirrored) => {
  const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words) || (mirrored && !/\p{L}/u.test(words));
  set(text, { direction: rightToLeft ? "rtl" : "ltr", "text-anchor": rightToLeft === mirrored ? "start" : "end" });
};

const tspan = (words) => {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
  line.textContent = words;
  return line;
};

/** Sets the attributes that have changed; null removes an attribute. */
const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
};
