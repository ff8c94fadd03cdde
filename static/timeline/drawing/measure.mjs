/**
 * Measuring texts in the page's fonts.  Results are cached, so that a label is measured once and not in every frame.
 */
import { cut } from "../layout/labels.mjs";

/**
 * @param sample  `{ title, date }`: SVG texts whose computed styles have the fonts of labels
 * @returns `{ lines(event, widest, broken) }`, which gives `{ title: [line], date, width, key }`; `broken` breaks a
 *          title
 */
export const measureIn = (sample) => {
  const canvas = document.createElement("canvas").getContext("2d");
  const fonts = new Map();
  const remembered = new Map();

  /** The font of titles or dates in a language; each language has its own. */
  const fontOf = (part, lang) => {
    const key = `${part}|${lang}`;
    if (!fonts.has(key)) {
      sample[part].setAttribute("lang", lang);
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(sample[part]);
      fonts.set(key, `${fontWeight} ${fontSize} ${fontFamily}`);
    }
    return fonts.get(key);
  };
  const widthIn = (part, lang) => (words) => {
    canvas.font = fontOf(part, lang);
    return canvas.measureText(words).width;
  };

  const lines = (event, widest, broken) => {
    const key = `${event.id}|${widest}|${event.title}`;
    if (!remembered.has(key)) {
      if (remembered.size > 4000) remembered.clear();
      remembered.set(key, { key, ...measured(event, widest, broken) });
    }
    return remembered.get(key);
  };

  const measured = (event, widest, broken) => {
    const [title, date] = [widthIn("title", event.lang), widthIn("date", document.documentElement.lang)];
    const titleLines = broken(event.title, widest, title);
    const dateLine = cut(event.date_words, widest, date);
    return { title: titleLines, date: dateLine, width: Math.ceil(Math.max(...titleLines.map(title), date(dateLine))) };
  };
  return { lines };
};
