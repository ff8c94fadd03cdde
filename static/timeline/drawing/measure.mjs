/** How wide texts are in the page's own type, remembered: a label is measured once, not in every frame. */
import { cut } from "../layout/labels.mjs";

/** @param sample  `{ title, date }`: SVG texts whose computed style says in which type labels are set */
export const measureIn = (sample) => {
  const canvas = document.createElement("canvas").getContext("2d");
  const widthIn = (text) => {
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(text);
    const font = `${fontWeight} ${fontSize} ${fontFamily}`;
    return (words) => {
      canvas.font = font;
      return canvas.measureText(words).width;
    };
  };
  const [title, date] = [widthIn(sample.title), widthIn(sample.date)];
  const remembered = new Map();

  const lines = (event, widest, broken) => {
    const key = `${event.id}|${widest}|${event.title}`;
    if (!remembered.has(key)) {
      if (remembered.size > 4000) remembered.clear();
      const titleLines = broken(event.title, widest, title);
      const dateLine = cut(event.date_words, widest, date);
      const width = Math.ceil(Math.max(...titleLines.map(title), date(dateLine)));
      remembered.set(key, { key, title: titleLines, date: dateLine, width });
    }
    return remembered.get(key);
  };
  return { lines };
};
