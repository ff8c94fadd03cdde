import assert from "node:assert/strict";
import { test } from "node:test";
import { centreOf, DAY, FIRST_MOMENT, fitted, HOUR, kept, LONGEST, shifted, SHORTEST, spanOf, YEAR, zoomed } from "./view.mjs";

const year = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1) };

test("panning moves both ends and keeps the span", () => {
  const moved = shifted(year, 0.5);
  assert.equal(spanOf(moved), spanOf(year));
  assert.equal(moved.from, centreOf(year));
});

test("zooming in halves the span around the moment under the pointer", () => {
  const around = year.from + spanOf(year) * 0.25;
  const closer = zoomed(year, 2, around);
  assert.equal(spanOf(closer), spanOf(year) / 2);
  assert.equal((around - closer.from) / spanOf(closer), 0.25);
});

test("zooming in and out again comes back to the same view", () => {
  assert.deepEqual(zoomed(zoomed(year, 4), 1 / 4), year);
});

test("zooming ends at two hours and at three thousand years", () => {
  assert.equal(spanOf(zoomed(year, 1e9)), SHORTEST);
  assert.equal(spanOf(zoomed(year, 1e-9)), LONGEST);
});

test("a fitted view shows all of the time with a margin", () => {
  const view = fitted(year, 0.1);
  assert.ok(view.from < year.from && view.to > year.to);
  assert.equal(centreOf(view), centreOf(year));
});

test("a single day is fitted with days around it", () => {
  assert.ok(spanOf(fitted({ from: year.from, to: year.from + HOUR })) > 2 * DAY);
});

test("a view is pushed back inside the calendar", () => {
  const early = kept({ from: FIRST_MOMENT - 5 * YEAR, to: FIRST_MOMENT + 5 * YEAR });
  assert.equal(early.from, FIRST_MOMENT);
  assert.ok(Math.abs(spanOf(early) - 10 * YEAR) < 1);
});
