/** The lanes: a line between one and the next, and each one's name at the side where reading begins. */
const INSET = 8;
const NAME = 17;

/** @param layer  an SVG group beneath the events; returns `draw(picture)` */
export const lanesOn = (layer) => {
  const build = (enter) => {
    const group = enter.append("g").attr("class", "lane");
    group.append("line");
    group.append("text");
    return group;
  };

  return ({ bands, x }) => {
    layer
      .selectAll("g.lane")
      .data(bands.filter(({ value }) => value !== null), ({ value }) => value)
      .join(build)
      .each(function place({ label, head }) {
        const [line, text] = this.children;
        for (const [name, value] of Object.entries({ x1: 0, x2: x.width, y1: head, y2: head })) line.setAttribute(name, value);
        text.textContent = label;
        text.setAttribute("x", x.mirrored ? x.width - INSET : INSET);
        text.setAttribute("y", head + NAME);
      });
  };
};
