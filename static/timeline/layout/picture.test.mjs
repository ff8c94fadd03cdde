import assert from "node:assert/strict";
import { test } from "node:test";
import { binsOf } from "./density.mjs";
import { pictureOf, rowsIn } from "./picture.mjs";

const september = { from: Date.UTC(2025, 8, 1), to: Date.UTC(2025, 9, 1) };
const measure = { lines: (event) => ({ title: [event.title], date: event.edtf, width: 100 }) };
const day = (id, date) => ({ id, title: `e${id}`, edtf: date, first: date, last: date, precision: "day", status: "occurred" });
const density = Array.from({ length: 30 }, (_, index) => {
  const name = `2025-09-${String(index + 1).padStart(2, "0")}`;
  return { first: name, last: name, count: index === 9 ? 40 : 0 };
});

const picture = (events, options = {}) =>
  pictureOf({
    events,
    bins: binsOf(density),
    view: september,
    frame: { width: 600, height: 240, mirrored: false },
    before: new Map(),
    measure,
    kept: [],
    ...options,
  });

const bunch = Array.from({ length: 40 }, (_, index) => day(index + 1, "2025-09-10"));

test("as many events are drawn as there are rows, the rest is counted where it is", () => {
  const { marks, hidden } = picture(bunch);
  assert.deepEqual(marks.map((mark) => mark.id), [1, 2]);
  assert.deepEqual(hidden.map((box) => box.count), [38]);
});

test("an event without room for its words is drawn bare where its mark has room", () => {
  const near = [day(1, "2025-09-10"), day(2, "2025-09-10"), day(3, "2025-09-08")];
  const { marks, rows } = picture(near);
  assert.deepEqual(marks.map((mark) => [mark.id, mark.label !== null]), [[1, true], [2, true], [3, false]]);
  assert.equal(rows.has(3), false);
});

test("the event that is open is never pushed out", () => {
  assert.ok(picture(bunch, { kept: [null, 37] }).rows.has(37));
});

test("a mirrored picture is the reflection of the other", () => {
  const events = [day(1, "2025-09-03"), day(2, "2025-09-27"), day(3, "2025-09-04")];
  const [ltr, rtl] = [false, true].map((mirrored) => picture(events, { frame: { width: 600, height: 240, mirrored } }));
  for (const [index, mark] of ltr.marks.entries()) {
    const other = rtl.marks[index];
    assert.deepEqual([other.id, other.top], [mark.id, mark.top]);
    assert.ok(Math.abs(other.left + mark.right - 600) < 1e-9);
  }
});

test("events outside the frame are neither drawn nor seen", () => {
  const { marks, seen } = picture([day(1, "2025-07-01")]);
  assert.deepEqual([marks, seen], [[], []]);
});

test("even a tiny frame has one row", () => {
  assert.equal(rowsIn(10), 1);
});
