import assert from "node:assert/strict";
import { test } from "node:test";
import { keyIn } from "./key.mjs";

const letters = (name) => name.length * 10;
const key = (names, width) => keyIn(names.map((name) => ({ name })), width, letters);

test("entries follow one another with a gap and begin a new line where they find no room", () => {
  assert.deepEqual(key(["Talks", "Market", "Loss"], 140), [
    [{ name: "Talks", start: 0 }, { name: "Market", start: 70 }],
    [{ name: "Loss", start: 0 }],
  ]);
});

test("an entry wider than the line has a line of its own", () => {
  assert.deepEqual(key(["Elections and offices", "Loss"], 100).map((line) => line.length), [1, 1]);
});

test("without entries there are no lines", () => {
  assert.deepEqual(key([], 100), []);
});
