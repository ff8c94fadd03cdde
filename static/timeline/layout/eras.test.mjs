import assert from "node:assert/strict";
import { test } from "node:test";
import { erasIn, namesOf } from "./eras.mjs";
import { scaleOf } from "./scale.mjs";

const view = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2020, 0, 11) };
const era = (first, last) => ({ title: "truce", colour: "leaf", first, last });
const places = (eras, mirrored = false) =>
  erasIn(eras, scaleOf(view, 1000, mirrored)).map(({ left, right }) => [Math.round(left), Math.round(right)]);

test("an era reaches to the end of its last day", () => {
  assert.deepEqual(places([era("2020-01-02", "2020-01-03")]), [[100, 300]]);
});

test("in a mirrored frame it stands on the other side", () => {
  assert.deepEqual(places([era("2020-01-02", "2020-01-03")], true), [[700, 900]]);
});

test("an open end runs out of the frame, in reading direction", () => {
  assert.deepEqual(places([era("2020-01-06", null)]), [[500, 1000]]);
  assert.deepEqual(places([era("2020-01-06", null)], true), [[0, 500]]);
});

test("an era outside the view is not drawn", () => {
  assert.deepEqual(places([era("2019-01-01", "2019-02-01")]), []);
});

test("a name that would touch another, or leave its era, is not written", () => {
  const eras = [{ left: 0, right: 300 }, { left: 50, right: 400 }, { left: 500, right: 540 }];
  assert.deepEqual(namesOf(eras, [100, 100, 100], false), [{ left: 8, right: 108 }, null, null]);
});
