import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf, neighbour } from "./steps.mjs";

const press = (key, mirrored = false) => commandOf({ key }, mirrored);

test("the right arrow goes to the future, and to the past where mirrored", () => {
  assert.ok(press("ArrowRight").by > 0);
  assert.ok(press("ArrowRight", true).by < 0);
  assert.equal(press("ArrowLeft", true).by, press("ArrowRight").by);
});

test("plus and minus zoom by inverse factors", () => {
  assert.ok(Math.abs(press("+").by * press("-").by - 1) < 1e-12);
});

test("home and end name the ends of time, not the sides of the page", () => {
  assert.deepEqual(press("Home", true), { name: "edge", end: "first" });
  assert.deepEqual(press("End", false), { name: "edge", end: "last" });
});

test("a star goes to what is hidden", () => {
  assert.deepEqual(press("*"), { name: "hidden" });
});

test("the browser keeps its own shortcuts and all other keys", () => {
  assert.equal(commandOf({ key: "ArrowLeft", altKey: true }, false), null);
  assert.equal(commandOf({ key: "+", ctrlKey: true }, false), null);
  assert.equal(press("Tab"), null);
  assert.equal(press("toString"), null);
});

const events = [{ id: 5 }, { id: 2 }, { id: 9 }];

test("stepping begins at the first or the last event", () => {
  assert.equal(neighbour(events, null, 1).id, 5);
  assert.equal(neighbour(events, null, -1).id, 9);
});

test("stepping goes through the events in order and stops at the ends", () => {
  assert.equal(neighbour(events, 5, 1).id, 2);
  assert.equal(neighbour(events, 9, 1).id, 9);
  assert.equal(neighbour(events, 5, -1).id, 5);
});

test("without events there is no next", () => {
  assert.equal(neighbour([], null, 1), null);
});
