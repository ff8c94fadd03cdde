import assert from "node:assert/strict";
import { test } from "node:test";
import { bandsIn, LANE_HEAD, marksOf } from "./lanes.mjs";

const space = { top: 50, height: 400, row: 70 };
const lanes = ["a", "b", "c", "d", "e", "f"].map((value) => ({ value, label: value.toUpperCase() }));

test("without lanes one band holds all rows", () => {
  const [band, ...others] = bandsIn([], space);
  assert.deepEqual(others, []);
  assert.deepEqual([band.value, band.top, band.rows, band.each], [null, 50, 5, 80]);
});

test("lanes share the height and each keeps room for its name", () => {
  const bands = bandsIn(lanes.slice(0, 2), space);
  assert.deepEqual(bands.map(({ head, top }) => [head, top]), [[50, 50 + LANE_HEAD], [250, 250 + LANE_HEAD]]);
  assert.deepEqual(bands.map(({ rows }) => rows), [2, 2]);
});

test("lanes that find no room are left out, the last ones first", () => {
  assert.deepEqual(bandsIn(lanes, space).map(({ label }) => label), ["A", "B", "C", "D"]);
});

test("in a frame too low for one there is one all the same", () => {
  assert.equal(bandsIn(lanes, { ...space, height: 20 }).length, 1);
});

test("a mark stands in the band of its event's lane", () => {
  const marks = [{ event: { lane: "a" } }, { event: { lane: "b" } }];
  assert.deepEqual(marksOf(marks, { value: "b" }), [marks[1]]);
  assert.deepEqual(marksOf(marks, { value: null }), marks);
});
