import assert from "node:assert/strict";
import { test } from "node:test";
import { fadingOf, looksOf, momentOf, shapeOf, timeOf } from "./marks.mjs";
import { scaleOf } from "./scale.mjs";
import { DAY, HOUR } from "./view.mjs";

const september = { from: Date.UTC(2025, 8, 1), to: Date.UTC(2025, 9, 1) };
const event = (edtf, first, last, precision, status = "occurred") => ({ edtf, first, last, precision, status });
const day = event("2025-09-11", "2025-09-11", "2025-09-11", "day");
const month = event("2025-09", "2025-09-01", "2025-09-30", "month");
const since = event("2025-09-11/..", "2025-09-11", null, "interval");
const until = event("../2025-09-10", null, "2025-09-10", "interval");

test("a day is a point in a month, in the middle of its day", () => {
  const shape = shapeOf(day, scaleOf(september, 300, false));
  assert.equal(shape.point, true);
  assert.equal((shape.left + shape.right) / 2, 105);
});

test("a day is a bar as long as the day where the frame shows hours", () => {
  const hours = { from: Date.UTC(2025, 8, 11, 6), to: Date.UTC(2025, 8, 11, 18) };
  const shape = shapeOf(day, scaleOf(hours, 600, false));
  assert.equal(shape.point, false);
  assert.ok(shape.left < 0 && shape.right > 600);
});

test("a minute is a point however near one comes", () => {
  const minute = event("2025-09-11T14:30", "2025-09-11", "2025-09-11", "minute");
  const hours = { from: Date.UTC(2025, 8, 11, 14), to: Date.UTC(2025, 8, 11, 16) };
  const shape = shapeOf(minute, scaleOf(hours, 400, false));
  assert.deepEqual([shape.point, (shape.left + shape.right) / 2], [true, 100]);
});

test("a month is a bar from its first to after its last day", () => {
  const shape = shapeOf(month, scaleOf(september, 300, false));
  assert.deepEqual([shape.left, shape.right, shape.point], [0, 300, false]);
});

test("a month seen from a century is still a bar, not a point", () => {
  const century = { from: Date.UTC(1925, 0, 1), to: Date.UTC(2026, 0, 1) };
  const shape = shapeOf(month, scaleOf(century, 300, false));
  assert.equal(shape.point, false);
  assert.ok(shape.right - shape.left >= 16);
});

test("an open interval runs out of the frame, on the other side where mirrored", () => {
  const [ltr, rtl] = [scaleOf(september, 300, false), scaleOf(september, 300, true)];
  assert.deepEqual([shapeOf(since, ltr).left, shapeOf(since, ltr).right], [100, 324]);
  assert.deepEqual([shapeOf(since, rtl).left, shapeOf(since, rtl).right], [-24, 200]);
  assert.deepEqual([shapeOf(until, ltr).left, shapeOf(until, ltr).right], [-24, 100]);
});

test("what lies outside the frame has no shape", () => {
  const august = { from: Date.UTC(2025, 7, 1), to: Date.UTC(2025, 7, 31) };
  assert.equal(shapeOf(day, scaleOf(august, 300, false)), null);
  assert.notEqual(shapeOf(until, scaleOf(august, 300, false)), null);
});

test("looks follow the EDTF string and the status", () => {
  const looks = (edtf, status) => looksOf(event(edtf, "2025-01-01", "2025-12-31", "year", status));
  assert.deepEqual(
    [looks("2025~"), looks("2025?"), looks("2025%"), looks("2025", "planned")].map((l) => [
      l.approximate,
      l.uncertain,
      l.planned,
    ]),
    [[true, false, false], [false, true, false], [true, true, false], [false, false, true]],
  );
  assert.deepEqual([looksOf(since).openEnd, looksOf(until).openStart], [true, true]);
});

test("a bar fades where its date is approximate and the end is seen", () => {
  const fading = (edtf, first, last, mirrored = false) => {
    const x = scaleOf(september, 300, mirrored);
    const bar = event(edtf, first, last, "interval");
    return fadingOf(bar, shapeOf(bar, x), x);
  };
  assert.equal(fading("2025-09~", "2025-09-01", "2025-09-30"), "both");
  assert.equal(fading("2025-09-05~/2025-09-20", "2025-09-05", "2025-09-20"), "left");
  assert.equal(fading("2025-09-05~/2025-09-20", "2025-09-05", "2025-09-20", true), "right");
  assert.equal(fading("2025-09-05~/..", "2025-09-05", null), "left");
  assert.equal(fading("2025~", "2025-01-01", "2025-12-31"), null);
  assert.equal(fading("2025-09", "2025-09-01", "2025-09-30"), null);
});

test("an event's moment is its middle, or the end that is known", () => {
  assert.equal(momentOf(day), Date.UTC(2025, 8, 11, 12));
  assert.equal(momentOf(since), Date.UTC(2025, 8, 11));
  assert.equal(momentOf(until), Date.UTC(2025, 8, 10, 12));
});

test("years before 100 are those years, not the twentieth century's", () => {
  const { from, to } = timeOf(event("0033", "0033-01-01", "0033-12-31", "year"));
  assert.equal(new Date(from).toISOString().slice(0, 4), "0033");
  assert.ok(to - from > 364 * DAY && to - from < 366 * DAY + HOUR);
});
