import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, HOUR, shifted, spanOf, zoomed } from "./view.mjs";
import { dayOf, gridStep, limitFor, serves, windowAround } from "./windows.mjs";

const month = { from: Date.UTC(2025, 8, 1, 7, 12), to: Date.UTC(2025, 9, 1, 7, 12) };

test("the window covers the view with room on both sides", () => {
  const window = windowAround(month);
  assert.ok(window.from <= month.from - window.step);
  assert.ok(window.to + DAY >= month.to + window.step);
  assert.ok(window.to - window.from < 2.5 * spanOf(month));
});

test("windows begin and end at midnight", () => {
  const { from, to } = windowAround(month);
  assert.deepEqual([from % DAY, to % DAY], [0, 0]);
});

test("readers of nearly the same view ask the same question", () => {
  assert.deepEqual(windowAround(shifted(month, 0.001)), windowAround(month));
});

test("the grid has steps of whole days, a quarter of the view at most", () => {
  assert.equal(gridStep(6 * HOUR), DAY);
  assert.equal(gridStep(64 * DAY), 16 * DAY);
  assert.equal(gridStep(127 * DAY), 16 * DAY);
});

test("a short pan needs no question, a long one does", () => {
  const held = windowAround(month);
  assert.equal(serves(held, shifted(month, 0.05)), true);
  assert.equal(serves(held, shifted(month, 2)), false);
});

test("zooming in asks again, so that the next events show", () => {
  assert.equal(serves(windowAround(month), zoomed(month, 4)), false);
});

test("nothing serves before the first answer", () => {
  assert.equal(serves(null, month), false);
});

test("at the calendar's beginning the window is cut and still serves", () => {
  const early = { from: Date.parse("0001-01-01T00:00Z"), to: Date.parse("0040-01-01T00:00Z") };
  const window = windowAround(early);
  assert.equal(dayOf(window.from), "0001-01-01");
  assert.equal(serves(window, early), true);
});

test("the limit grows with the frame and stays in bounds", () => {
  assert.equal(limitFor(320, 4), 40);
  assert.ok(limitFor(1200, 8) > 100);
  assert.equal(limitFor(10_000, 30), 400);
});
