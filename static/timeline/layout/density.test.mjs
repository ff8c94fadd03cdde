import assert from "node:assert/strict";
import { test } from "node:test";
import { barsOf, binsOf, countIn, fullest, hiddenBoxes } from "./density.mjs";
import { scaleOf } from "./scale.mjs";
import { DAY } from "./view.mjs";

const first = Date.UTC(2025, 8, 1);
const view = { from: first, to: first + 10 * DAY };
const density = Array.from({ length: 10 }, (_, day) => {
  const name = `2025-09-${String(day + 1).padStart(2, "0")}`;
  return { first: name, last: name, count: [0, 4, 1, 0, 0, 100, 0, 0, 0, 2][day] };
});
const bins = binsOf(density);

test("a bin runs from its first day's midnight to after its last day", () => {
  assert.deepEqual(bins[1], { from: first + DAY, to: first + 2 * DAY, count: 4 });
});

test("the strip draws no bar for an empty bin and the highest for the fullest", () => {
  const bars = barsOf(bins, scaleOf(view, 500, false), 40);
  assert.deepEqual(bars.map((bar) => bar.height), [8, 4, 40, 40 * Math.sqrt(0.02)]);
});

test("bars are mirrored with the axis", () => {
  const [bar] = barsOf(bins, scaleOf(view, 500, true), 40);
  assert.deepEqual([bar.left, bar.right], [400, 450]);
});

test("what is not drawn is counted where it is", () => {
  const boxes = hiddenBoxes(bins, [first + 1.5 * DAY, first + 5.5 * DAY], scaleOf(view, 500, false), 100);
  assert.deepEqual(boxes.map(({ place, count }) => [place, count]), [[0, 3], [1, 1], [2, 99], [4, 2]]);
});

test("the fullest place is where most is hidden, the first of equals", () => {
  const boxes = hiddenBoxes(bins, [], scaleOf(view, 500, false), 100);
  assert.equal(fullest(boxes).count, 100);
  assert.equal(fullest([{ place: 1, count: 2 }, { place: 2, count: 2 }]).place, 1);
  assert.equal(fullest([]), undefined);
});

test("where everything is drawn nothing is counted", () => {
  const shown = bins.flatMap((bin) => Array.from({ length: bin.count }, () => bin.from + DAY / 2));
  assert.deepEqual(hiddenBoxes(bins, shown, scaleOf(view, 500, false), 100), []);
});

test("bins outside the frame are not counted in it", () => {
  const later = { from: first + 5 * DAY, to: first + 10 * DAY };
  const total = hiddenBoxes(bins, [], scaleOf(later, 500, false), 100).reduce((sum, box) => sum + box.count, 0);
  assert.equal(total, 102);
});

test("an event that reaches into the window from outside counts in the bin at the edge", () => {
  const total = (shown) =>
    hiddenBoxes(bins, shown, scaleOf(view, 500, false), 100).reduce((sum, box) => sum + box.count, 0);
  assert.equal(total([first + 20 * DAY]), 106);
});

test("a view counts the bins inside it, and those that reach out of it by their share", () => {
  assert.equal(countIn(bins, view), 107);
  assert.equal(countIn(bins, { from: first + 5.5 * DAY, to: first + 20 * DAY }), 52);
  assert.equal(countIn(bins, { from: first - 9 * DAY, to: first - DAY }), 0);
});
