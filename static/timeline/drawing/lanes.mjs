/**
 * The lanes: a line between one and the next, and each one's name at the side where reading begins, with the number of
 * those that found no place in it.
 */
const INSET = 8;
const NAME = 17;
const GAP = 8;

/** @param layer  an SVG group beneath the events; returns `draw(picture)` */
export const lanesOn = (layer, phrases) => {
  const build = (enter) => {
    const group = enter.append("g").attr("class", "lane");
    group.append("line");
    const text = group.append("text");
    text.append("tspan").attr("class", "name");
    text.append("tspan").attr("class", "hidden-count");
    text.append("title");
    return group;
  };

  return ({ bands, x }) => {
    layer
      .selectAll("g.lane")
      .data(bands.filter(({ value }) => value !== null), ({ value }) => value)
      .join(build)
      .each(function place({ label, head, hidden }) {
        const [line, text] = this.children;
        for (const [key, value] of Object.entries({ x1: 0, x2: x.width, y1: head, y2: head })) line.setAttribute(key, value);
        const [name, count, title] = text.children;
        name.textContent = label;
        count.textContent = hidden > 0 ? `+${phrases.compact(hidden)}` : "";
        title.textContent = hidden > 0 ? phrases.say("moreHere", { count: hidden }) : "";
        count.setAttribute("dx", x.mirrored ? -GAP : GAP);
        text.setAttribute("x", x.mirrored ? x.width - INSET : INSET);
        text.setAttribute("y", head + NAME);
      });
  };
};
