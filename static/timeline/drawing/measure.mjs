/** How wide texts are in the page's own type, remembered: a label is measured once, not in every frame. */
import { cut } from "../layout/labels.mjs";

/** @param sample  `{ title, date }`: SVG texts whose computed style says in which type labels are set */
export const measureIn = (sample) => {
  const canvas = document.createElement("canvas").getContext("2d");
  const fonts = new Map();
  const remembered = new Map();

  /** Each language has a type of its own. */
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
