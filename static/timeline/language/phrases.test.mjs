import assert from "node:assert/strict";
import { test } from "node:test";
import { phrasesIn } from "./phrases.mjs";

const arabic = phrasesIn("ar-u-nu-arab", {
  shown: { zero: "لا أحداث", one: "حدث واحد", two: "حدثان", few: "{count} أحداث", many: "{count} حدثًا", other: "{count} حدث" },
  from: "من {place}",
});

test("Arabic has six forms, with its own digits", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 11, 100].map((count) => arabic.say("shown", { count })),
    ["لا أحداث", "حدث واحد", "حدثان", "٣ أحداث", "١١ حدثًا", "١٠٠ حدث"],
  );
});

test("English large numbers are grouped", () => {
  assert.equal(phrasesIn("en", { shown: { other: "{count} events" } }).say("shown", { count: 1204 }), "1,204 events");
});

test("what is hidden is counted shortly, the sign before the number in either direction", () => {
  assert.equal(phrasesIn("en", {}).more(1204), "\u2066+1.2K\u2069");
  assert.equal(arabic.more(12), "\u2066+١٢\u2069");
});

test("names are filled in", () => {
  assert.equal(arabic.say("from", { place: "بغداد" }), "من بغداد");
});

test("a missing phrase is a fault of the page and is said", () => {
  assert.throws(() => arabic.say("nowhere"), /nowhere/);
});
