/**
 * The ticks of the axis: small units (hours, days, months, years) with a tick each, and above them the larger units
 * that they belong to.
 */
import { utcDay, utcHour, utcMonth, utcYear } from "d3-time";
import { DAY, HOUR, spanOf, YEAR } from "./view.mjs";

const MONTH = YEAR / 12;

/**
 * The levels, the finest first: unit, step, length of a step in milliseconds, pixels that its label needs, and the
 * larger unit above it.
 */
const LEVELS = [
  ...[1, 3, 6, 12].map((step) => ({ unit: "hour", step, length: step * HOUR, needs: 58, above: "day" })),
  ...[1, 2, 7].map((step) => ({ unit: "day", step, length: step * DAY, needs: 34, above: "month" })),
  { unit: "month", step: 1, length: MONTH, needs: 84, above: "year" },
  { unit: "shortMonth", step: 1, length: MONTH, needs: 52, above: "year" },
  { unit: "shortMonth", step: 3, length: 3 * MONTH, needs: 52, above: "year" },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((step) => ({
    unit: "year",
    step,
    length: step * YEAR,
    needs: 56,
    above: null,
  })),
];

const INTERVALS = {
  hour: (step) => utcHour.every(step),
  day: () => utcDay,
  month: () => utcMonth,
  shortMonth: (step) => utcMonth.every(step),
  year: (step) => utcYear.every(step),
};

/** The finest level whose labels there is room for. */
export const levelFor = (view, width) => {
  const perPixel = spanOf(view) / width;
  return LEVELS.find((level) => level.length / perPixel >= level.needs) ?? LEVELS.at(-1);
};

/** `{ level, minor: [moment], major: [{ from, to }] }` for a view; moments in milliseconds. */
export const ticksOf = (view, width) => {
  const level = levelFor(view, width);
  const minor = INTERVALS[level.unit](level.step).range(new Date(view.from), new Date(view.to));
  const kept = level.unit === "day" && level.step > 1 ? minor.filter((day) => marked(day, level.step)) : minor;
  return { level, minor: kept.map(Number), major: level.above ? spansOf(view, INTERVALS[level.above](1)) : [] };
};

/**
 * Whether a day has a tick: days are counted within their month, without one so late that it touches the next month.
 */
const marked = (day, step) => {
  const date = day.getUTCDate();
  const left = (utcMonth.offset(utcMonth.floor(day), 1) - day) / DAY;
  return (date - 1) % step === 0 && left >= step * 0.75;
};

/** The larger units in the view, each from its first moment to that of the next one. */
const spansOf = (view, interval) => {
  const first = interval.floor(new Date(view.from));
  const starts = [first, ...interval.range(interval.offset(first, 1), new Date(view.to))];
  return starts.map((start) => ({ from: Number(start), to: Number(interval.offset(start, 1)) }));
};
