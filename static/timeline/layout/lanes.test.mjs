import assert from "node:assert/strict";
import { test } from "node:test";
import { bandsIn, hiddenIn, LANE_HEAD, lanesOf, marksOf } from "./lanes.mjs";

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

const DAY = 86_400_000;
const bins = [0, 1, 2, 3].map((day) => ({ from: day * DAY, to: (day + 1) * DAY, count: 9 }));

test("a lane of an answer has the window's bins with its own counts", () => {
  const [lane] = lanesOf([{ value: "a", label: "A", total: 3, counts: [0, 2, 0, 1] }], bins);
  assert.deepEqual(lane.bins.map(({ count }) => count), [0, 2, 0, 1]);
  assert.deepEqual(lane.bins.map(({ from }) => from), bins.map(({ from }) => from));
});

test("what a lane hides is what stands in the view less what is drawn there", () => {
  const [lane] = lanesOf([{ value: "a", label: "A", total: 8, counts: [1, 4, 2, 1] }], bins);
  const mark = (lanes, first) => ({ event: { lane: lanes.at(-1), lanes, edtf: first, first, last: first } });
  const marks = [mark(["a"], "1970-01-02"), mark(["a"], "1970-01-04"), mark(["b"], "1970-01-02")];
  assert.equal(hiddenIn(lane, marks, { from: DAY, to: 3 * DAY }), 5);
  assert.equal(hiddenIn(lane, [...marks, mark(["a", "b"], "1970-01-03")], { from: DAY, to: 3 * DAY }), 4);
  assert.equal(hiddenIn(lane, marks, { from: 3 * DAY, to: 4 * DAY }), 0);
});
