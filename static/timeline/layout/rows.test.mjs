import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyRows, packed } from "./rows.mjs";

const pack = (boxes, rows, ...rest) => packed(boxes, emptyRows(rows), ...rest);
const box = (id, left, right) => ({ id, left, right });

test("boxes apart share the first row", () => {
  assert.deepEqual([...pack([box("a", 0, 50), box("b", 100, 150)], 3)], [["a", 0], ["b", 0]]);
});

test("boxes that overlap stand in different rows", () => {
  assert.deepEqual([...pack([box("a", 0, 50), box("b", 40, 90)], 3)], [["a", 0], ["b", 1]]);
});

test("boxes nearer than the gap count as overlapping", () => {
  assert.equal(pack([box("a", 0, 50), box("b", 55, 90)], 2, new Map(), 8).get("b"), 1);
  assert.equal(pack([box("a", 0, 50), box("b", 58, 90)], 2, new Map(), 8).get("b"), 0);
});

test("where there is no room the less salient is left out", () => {
  const placed = pack([box("high", 0, 50), box("low", 10, 60)], 1);
  assert.deepEqual([...placed.keys()], ["high"]);
});

test("an event keeps its row while it is free", () => {
  assert.equal(pack([box("a", 0, 50)], 4, new Map([["a", 3]])).get("a"), 3);
});

test("an event gives its row up to a more salient one and moves", () => {
  const placed = pack([box("new", 0, 50), box("old", 10, 60)], 4, new Map([["old", 0]]));
  assert.deepEqual([placed.get("new"), placed.get("old")], [0, 1]);
});

test("a row that no longer exists is forgotten", () => {
  assert.equal(pack([box("a", 0, 50)], 2, new Map([["a", 5]])).get("a"), 0);
});

test("nothing ever overlaps, and panning changes no row", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const boxes = Array.from({ length: 300 }, (_, id) => {
    const left = random() * 2000;
    return box(id, left, left + 20 + random() * 200);
  });
  const placed = pack(boxes, 9);
  for (const a of boxes)
    for (const b of boxes)
      if (a.id < b.id && placed.has(a.id) && placed.get(a.id) === placed.get(b.id))
        assert.ok(a.right <= b.left || b.right <= a.left, `${a.id} overlaps ${b.id}`);
  const moved = pack(boxes.map(({ id, left, right }) => box(id, left - 77, right - 77)), 9, placed);
  assert.deepEqual([...moved], [...placed]);
});

test("a second helping fills the gaps that the first left", () => {
  const rows = emptyRows(1);
  packed([box("a", 0, 50), box("b", 100, 150)], rows);
  assert.deepEqual([...packed([box("c", 70, 80), box("d", 40, 60)], rows, new Map(), 4).keys()], ["c"]);
});
