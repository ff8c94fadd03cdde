import assert from "node:assert/strict";
import { test } from "node:test";
import { levelFor, ticksOf } from "./ticks.mjs";
import { DAY, HOUR, YEAR } from "./view.mjs";

const from = Date.UTC(2025, 8, 1);
const names = (span, width = 900) => {
  const { unit, step } = levelFor({ from, to: from + span }, width);
  return `${step} ${unit}`;
};

test("from two hours to three thousand years the axis finds its unit", () => {
  assert.deepEqual(
    [2 * HOUR, DAY, 20 * DAY, 60 * DAY, YEAR, 5 * YEAR, 30 * YEAR, 150 * YEAR, 3000 * YEAR].map((span) => names(span)),
    ["1 hour", "3 hour", "1 day", "7 day", "1 shortMonth", "1 year", "2 year", "10 year", "200 year"],
  );
});

test("a narrow frame takes coarser units", () => {
  assert.equal(names(YEAR, 320), "3 shortMonth");
});

test("labels never stand nearer than they need, at any zoom", () => {
  for (let span = 2 * HOUR; span < 2900 * YEAR; span *= 1.37) {
    const { level, minor } = ticksOf({ from, to: from + span }, 600);
    for (let i = 1; i < minor.length; i += 1) {
      const pixels = ((minor[i] - minor[i - 1]) / span) * 600;
      assert.ok(pixels >= level.needs * 0.7, `${level.step} ${level.unit}: ${pixels}px`);
    }
  }
});

test("every zoom has ticks, and not more than the frame bears", () => {
  for (let span = 2 * HOUR; span < 2900 * YEAR; span *= 1.37) {
    const { minor } = ticksOf({ from, to: from + span }, 600);
    assert.ok(minor.length >= 1 && minor.length <= 20, `${minor.length} ticks in ${span / DAY} days`);
  }
});

test("the larger unit covers the view from before its start", () => {
  const view = { from: from + 12 * DAY, to: from + 40 * DAY };
  const { major } = ticksOf(view, 900);
  assert.deepEqual(major.map((span) => new Date(span.from).getUTCMonth()), [8, 9]);
  assert.ok(major[0].from < view.from);
});

test("weeks within a month are counted from its first day", () => {
  const { minor } = ticksOf({ from, to: from + 60 * DAY }, 900);
  assert.deepEqual(minor.slice(0, 6).map((tick) => new Date(tick).getUTCDate()), [1, 8, 15, 22, 1, 8]);
});
