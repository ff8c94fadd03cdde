/**
 * Draws the lanes: a line between each two and, at the side where reading begins, the name of each lane with the number
 * of its events that are not drawn.
 */
const INSET = 8;
const NAME = 17;
const GAP = 8;

/**
 * @param layer  an SVG group below the events
 * @returns `draw(picture)`
 */
export const lanesOn = (layer, phrases) => {
  /** Name and count are separate texts, because in one text with two directions they would be reordered. */
  const build = (enter) => {
    const group = enter.append("g").attr("class", "lane");
    group.append("line");
    group.append("text").attr("class", "name");
    group.append("text").attr("class", "hidden-count");
    group.append("title");
    return group;
  };

  return ({ bands, x }) => {
    const at = (start) => (x.mirrored ? x.width - start : start);
    layer
      .selectAll("g.lane")
      .data(bands.filter(({ value }) => value !== null), ({ value }) => value)
      .join(build)
      .each(function place({ label, head, hidden }) {
        const [line, name, count, title] = this.children;
        set(line, { x1: 0, x2: x.width, y1: head, y2: head });
        name.textContent = label;
        count.textContent = hidden > 0 ? phrases.more(hidden) : "";
        title.textContent = hidden > 0 ? phrases.say("moreHere", { count: hidden }) : "";
        set(name, { x: at(INSET), y: head + NAME });
        set(count, { x: at(INSET + name.getComputedTextLength() + GAP), y: head + NAME });
      });
  };
};

const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};
