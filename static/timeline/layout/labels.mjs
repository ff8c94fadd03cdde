/** The places of labels, and breaking and cutting their texts. */

/** The least distance of labels from the frame's edges, in pixels. */
const INSET = 8;
/** The widest label in a wide and in a narrow frame, where there must be room for two side by side; in pixels. */
const WIDEST = 210;
const NARROWEST = 110;

/** How wide a label may be in a frame of this width, in pixels. */
export const widestLabel = (frame) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, frame * 0.42)));

/**
 * The label's `{ left, right }`.  It starts where the mark starts in reading direction, but is always inside the frame:
 * the label of a long bar slides along it, and one near the end of the frame moves back.
 */
export const labelBox = (shape, labelWidth, frame, mirrored) => {
  const wanted = mirrored ? shape.right - labelWidth : shape.left;
  const left = Math.min(Math.max(wanted, INSET), Math.max(INSET, frame - labelWidth - INSET));
  return { left, right: left + labelWidth };
};

/** Breaks `text` between words into at most two lines of `width` pixels; the second is cut if necessary. */
export const inTwoLines = (text, width, measure) => {
  if (measure(text) <= width) return [text];
  const words = text.split(/\s+/);
  let count = 1;
  while (count < words.length && measure(words.slice(0, count + 1).join(" ")) <= width) count += 1;
  const first = cut(words.slice(0, count).join(" "), width, measure);
  return count === words.length ? [first] : [first, cut(words.slice(count).join(" "), width, measure)];
};

/**
 * Cuts `text` so that it fits with an ellipsis: between words if that keeps half of it, else between letters, but never
 * within a number, which would look like another number.  `measure` gives a text's width in pixels.
 */
export const cut = (text, width, measure) => {
  if (measure(text) <= width) return text;
  const letters = lettersOf(text);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(shortened(letters, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return shortened(letters, atWord(letters, low));
};

/** The start of the word that a cut after `count` letters would split, or `count` if it is better to split it. */
const atWord = (letters, count) => {
  if (blank(letters[count])) return count;
  const start = letters.findLastIndex((letter, index) => index < count && blank(letter));
  const number = letters.slice(start + 1, count + 1).some((letter) => /\p{Nd}/u.test(letter));
  return start > 0 && (number || start >= count / 2) ? start : count;
};

const blank = (letter) => /\s/.test(letter);

const shortened = (letters, count) => `${letters.slice(0, count).join("").trimEnd()}…`;

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The graphemes of a text: an Arabic letter with its marks is one. */
const lettersOf = (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
