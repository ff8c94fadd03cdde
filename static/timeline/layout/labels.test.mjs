import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, inTwoLines, labelBox, widestLabel } from "./labels.mjs";

const FRAME = 1000;
const letters = (text) => [...text].length * 10;

test("a label starts where its mark starts", () => {
  assert.deepEqual(labelBox({ left: 300, right: 312 }, 200, FRAME, false), { left: 300, right: 500 });
});

test("mirrored, a label starts at its mark's right edge and runs to the left", () => {
  assert.deepEqual(labelBox({ left: 688, right: 700 }, 200, FRAME, true), { left: 500, right: 700 });
});

test("the label of a bar that began before the frame stays at the frame's edge", () => {
  assert.deepEqual(labelBox({ left: -24, right: 800 }, 200, FRAME, false), { left: 8, right: 208 });
});

test("a label is never cut off, on whatever side its mark leaves the frame", () => {
  for (const mirrored of [false, true])
    for (const left of [-20, -6, 990])
      assert.ok(labelBox({ left, right: left + 12 }, 200, FRAME, mirrored).left >= 0);
});

test("near the end of the frame a label moves back into it", () => {
  assert.deepEqual(labelBox({ left: 950, right: 962 }, 200, FRAME, false), { left: 792, right: 992 });
  assert.deepEqual(labelBox({ left: 38, right: 50 }, 200, FRAME, true), { left: 8, right: 208 });
});

test("mirrored boxes are reflections", () => {
  for (const left of [-24, 0, 333, 900]) {
    const plain = labelBox({ left, right: left + 30 }, 150, FRAME, false);
    const mirrored = labelBox({ left: FRAME - left - 30, right: FRAME - left }, 150, FRAME, true);
    assert.deepEqual(mirrored, { left: FRAME - plain.right, right: FRAME - plain.left });
  }
});

test("labels are never wider than the frame allows", () => {
  assert.equal(widestLabel(1400), 210);
  assert.ok(widestLabel(320) < 160);
  assert.equal(widestLabel(100), 110);
});

test("a title is broken between words", () => {
  assert.deepEqual(inTwoLines("Summit in Tianjin", 100, letters), ["Summit in", "Tianjin"]);
  assert.deepEqual(inTwoLines("Summit", 100, letters), ["Summit"]);
});

test("a long title is cut in its second line, a long word in the first", () => {
  assert.deepEqual(inTwoLines("Leaders meet for a summit", 100, letters), ["Leaders", "meet for…"]);
  assert.deepEqual(inTwoLines("Konstantinopolitanisch", 100, letters), ["Konstanti…"]);
});

test("a text that fits stays whole", () => {
  assert.equal(cut("Summit in Tianjin", 170, letters), "Summit in Tianjin");
});

test("a text too long is cut between words, with an ellipsis inside the width", () => {
  assert.equal(cut("Summit in Tianjin", 100, letters), "Summit in…");
  assert.equal(cut("Summit in Tianjin", 90, letters), "Summit…");
});

test("a word is parted where little would be left without it", () => {
  assert.equal(cut("In Konstantinopolitanisch", 100, letters), "In Konsta…");
});

test("a number is never parted: it would be read as another", () => {
  assert.equal(cut("May 2025", 70, letters), "May…");
  assert.equal(cut("مايو ٢٠٢٥", 80, letters), "مايو…");
});

test("an Arabic letter is never parted from its marks", () => {
  const text = "مُعَاهَدَةٌ";
  const measured = (part) => (part.match(/\p{L}|…/gu) ?? []).length * 10;
  assert.equal(cut(text, 30, measured), "مُعَ…");
});
