/** Draws the axis: grid lines with small units and, above them, the larger units, whose labels stay in the frame. */

const MINOR = 42;
const MAJOR = 18;
const EDGE = 6;
/** Pixels: small labels centred nearer to the frame's edge are not drawn, because they would be cut off. */
const MARGIN = 22;

/**
 * @param layer  the SVG group
 * @returns `draw(ticks, x, height)`, which returns the `[left, right]` of the larger units' labels
 */
export const axisIn = (layer, dates) => {
  const grid = layer.append("g").attr("class", "grid");
  const minor = layer.append("g").attr("class", "minor");
  const major = layer.append("g").attr("class", "major");

  return (ticks, x, height) => {
    const { unit } = ticks.level;
    grid
      .selectAll("line")
      .data(ticks.minor)
      .join("line")
      .attr("x1", x)
      .attr("x2", x)
      .attr("y1", MINOR + 8)
      .attr("y2", height);
    minor
      .selectAll("text")
      .data(ticks.minor.filter((moment) => x(moment) > MARGIN && x(moment) < x.width - MARGIN))
      .join("text")
      .attr("x", x)
      .attr("y", MINOR)
      .text((moment) => dates.minor(unit, moment));
    const taken = [];
    major
      .selectAll("text")
      .data(ticks.major)
      .join("text")
      .attr("y", MAJOR)
      .text((span) => dates.major(ticks.level.above, span.from))
      .each(function place(span) {
        const length = this.getComputedTextLength();
        const at = pinned(span, x, length);
        this.setAttribute("x", at);
        const box = x.mirrored ? [at - length, at] : [at, at + length];
        const shown = fits(at, length, x) && taken.every((other) => apart(box, other));
        this.setAttribute("visibility", shown ? "visible" : "hidden");
        if (shown) taken.push(box);
      });
    return taken;
  };
};

/** Whether all of a label is inside the frame. */
const fits = (at, length, x) => {
  const left = x.mirrored ? at - length : at;
  return left >= 0 && left + length <= x.width;
};

/** Whether there is a gap between two labels. */
const apart = ([left, right], other) => right + 2 * EDGE <= other[0] || other[1] + 2 * EDGE <= left;

/** Where the label of a larger unit starts: at the unit's start or, if that is outside, at the frame's edge. */
const pinned = (span, x, length) => {
  const sign = x.mirrored ? -1 : 1;
  const edge = x.mirrored ? x.width - EDGE : EDGE;
  const start = x(span.from) + sign * EDGE;
  const latest = x(span.to) - sign * (length + 3 * EDGE);
  const held = x.mirrored ? Math.min(start, edge) : Math.max(start, edge);
  return x.mirrored ? Math.max(held, Math.min(latest, start)) : Math.min(held, Math.max(latest, start));
};
