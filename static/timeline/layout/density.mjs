/** The histogram: the overview's bars, and the numbers of events that are not drawn in the picture. */
import { DAY } from "./view.mjs";

const midnight = (day) => Date.parse(`${day}T00:00:00Z`);

/** Converts the server's bins (days) to moments: `{ from, to, count }`. */
export const binsOf = (density) =>
  density.map(({ first, last, count }) => ({ from: midnight(first), to: midnight(last) + DAY, count }));

/**
 * The overview's bars: `{ left, right, height }`, with heights from 0 to `height`.
 * Heights are proportional to square roots of counts, so that a quiet week is visible beside a day with thousands.
 */
export const barsOf = (bins, x, height) => {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  return bins
    .filter((bin) => bin.count > 0)
    .map((bin) => {
      const [left, right] = [x(bin.from), x(bin.to)].sort((a, b) => a - b);
      return { left, right: Math.max(right, left + 1), height: Math.max(2, height * Math.sqrt(bin.count / most)) };
    });
};

/**
 * How many events are not drawn, by place: `{ left, right, from, to, count }`, in boxes about `wide` pixels wide.
 *
 * @param bins   the window's histogram
 * @param shown  moments of the events that are drawn; one outside the bins counts in the bin at that edge, as on the
 *               server
 */
export const hiddenBoxes = (bins, shown, x, wide) => {
  const boxes = new Map();
  const counted = shown.map((moment) => Math.min(Math.max(moment, bins[0]?.from), bins.at(-1)?.to - 1));
  for (const bin of bins) {
    const centre = x((bin.from + bin.to) / 2);
    if (centre < 0 || centre > x.width) continue;
    const place = Math.min(Math.floor(centre / wide), Math.max(0, Math.floor(x.width / wide) - 1));
    const box = boxes.get(place) ?? { place, from: bin.from, to: bin.to, count: 0 };
    box.count += bin.count - counted.filter((moment) => bin.from <= moment && moment < bin.to).length;
    box.from = Math.min(box.from, bin.from);
    box.to = Math.max(box.to, bin.to);
    boxes.set(place, box);
  }
  return [...boxes.values()].filter((box) => box.count > 0).map((box) => withEdges(box, x));
};

const withEdges = (box, x) => {
  const [left, right] = [x(box.from), x(box.to)].sort((a, b) => a - b);
  return { ...box, left: Math.max(left, 0), right: Math.min(right, x.width) };
};

/** The box with most hidden events; undefined without any. */
export const fullest = (boxes) => boxes.reduce((most, box) => (most && most.count >= box.count ? most : box), undefined);

/** About how many events there are in a view; a bin that is partly inside counts with that share. */
export const countIn = (bins, view) => Math.round(bins.reduce((sum, bin) => sum + bin.count * shareOf(bin, view), 0));

const shareOf = (bin, view) =>
  Math.max(0, Math.min(bin.to, view.to) - Math.max(bin.from, view.from)) / (bin.to - bin.from);
