import assert from "node:assert/strict";
import { test } from "node:test";
import { scaleOf, transformOf, viewOf } from "./scale.mjs";
import { DAY, HOUR, YEAR } from "./view.mjs";

const view = { from: 0, to: 10 * DAY };

test("time runs from left to right, and from right to left where mirrored", () => {
  assert.equal(scaleOf(view, 1000, false)(DAY), 100);
  assert.equal(scaleOf(view, 1000, true)(DAY), 900);
});

test("a pixel leads back to its moment in both directions", () => {
  for (const mirrored of [false, true]) {
    const x = scaleOf(view, 1000, mirrored);
    assert.equal(x.moment(x(3 * DAY)), 3 * DAY);
  }
});

test("mirroring is an exact reflection of the frame", () => {
  const [ltr, rtl] = [scaleOf(view, 640, false), scaleOf(view, 640, true)];
  for (const moment of [0, HOUR, 7 * DAY, 12 * DAY]) assert.ok(Math.abs(ltr(moment) + rtl(moment) - 640) < 1e-9);
});

for (const mirrored of [false, true]) {
  for (const [name, span] of [["two hours", 2 * HOUR], ["a month", 30 * DAY], ["a thousand years", 1000 * YEAR]]) {
    test(`the zoom transform keeps a view of ${name}${mirrored ? ", mirrored" : ""}`, () => {
      const from = Date.UTC(2025, 8, 1, 10, 30) - span / 3;
      const back = viewOf(transformOf({ from, to: from + span }, 873, mirrored), 873, mirrored);
      // A tenth of a pixel is nothing anyone sees.
      assert.ok(Math.abs(back.from - from) < span / 8730, `${back.from - from} ms`);
      assert.ok(Math.abs(back.to - from - span) < span / 8730);
    });
  }
}

test("dragging to the right shows an earlier time, or a later one where mirrored", () => {
  for (const [mirrored, sign] of [[false, -1], [true, 1]]) {
    const transform = transformOf(view, 1000, mirrored);
    const dragged = viewOf({ k: transform.k, x: transform.x + 100 }, 1000, mirrored);
    assert.ok(Math.abs(dragged.from - (view.from + sign * DAY)) < HOUR / 60);
  }
});
