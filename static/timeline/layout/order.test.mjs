import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder } from "./order.mjs";

const ids = (events) => inOrder(events).map((event) => event.id);

test("events follow each other in time, the shorter first, open ends last", () => {
  const events = [
    { id: 1, first: "2025-09-01", last: null },
    { id: 2, first: "2025-09-01", last: "2025-09-30" },
    { id: 3, first: "2025-09-01", last: "2025-09-01" },
    { id: 4, first: null, last: "2025-12-31" },
    { id: 5, first: "0622-01-01", last: "0622-12-31" },
  ];
  assert.deepEqual(ids(events), [4, 5, 3, 2, 1]);
});

test("the same day is ordered by id, and the argument is left as it was", () => {
  const events = [{ id: 12, first: "2025-01-01", last: "2025-01-01" }, { id: 9, first: "2025-01-01", last: "2025-01-01" }];
  assert.deepEqual(ids(events), [9, 12]);
  assert.equal(events[0].id, 12);
});
