/** Updates the texts and the list beside the picture when the picture has come to rest. */
import { countIn } from "../layout/density.mjs";
import { speechIn } from "../input/speech.mjs";
import { listIn } from "./list.mjs";

const PAUSE = 160;

/**
 * @param elements  the page's parts
 * @param settings  `{ families }`
 * @param tools     `{ dates, phrases }`
 * @param state     what is shown
 * @returns `{ follow(picture), say(sentence) }`
 */
export const summaryOn = ({ elements, settings, tools: { dates, phrases }, state }) => {
  const list = listIn(elements.list, elements.template, { families: settings.families, phrases });
  const say = speechIn(elements.speech);
  let timer = null;
  let announced = "";

  const update = (picture) => {
    const seen = picture.seen.map((mark) => mark.event);
    const count = Math.max(countIn(state.bins, state.view), seen.length);
    list(seen, { open: state.event });
    elements.range.textContent = dates.range(state.view.from, state.view.to - 1);
    elements.status.textContent =
      count === 0 ? phrases.say("none") : phrases.say("shown", { count, drawn: picture.marks.length });
    elements.listNote.textContent = note(count, seen.length);
    announce(`${elements.range.textContent}. ${elements.status.textContent}`);
  };

  /** A sentence about events that the list does not show; "" if there are none. */
  const note = (count, listed) => {
    if (count === 0) return phrases.say("nothing");
    return count > listed ? phrases.say("moreInList", { count: count - listed }) : "";
  };

  /** Announces a sentence to screen readers, unless it is the same as the last one. */
  const announce = (sentence) => {
    if (sentence !== announced) say(sentence);
    announced = sentence;
  };

  const follow = (picture) => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE, picture);
  };
  return { follow, say };
};
