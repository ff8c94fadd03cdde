/**
 * The timeline, made of its parts.  `state` is what is shown; it is changed only by `show`, and the parts are updated
 * from the picture that is drawn then.
 */
import { frameIn } from "./drawing/frame.mjs";
import { overviewOn } from "./drawing/overview.mjs";
import { paintingOn } from "./drawing/painting.mjs";
import { summaryOn } from "./drawing/summary.mjs";
import { datesIn } from "./language/dates.mjs";
import { phrasesIn } from "./language/phrases.mjs";
import { binsOf } from "./layout/density.mjs";
import { lanesOf } from "./layout/lanes.mjs";
import { inOrder } from "./layout/order.mjs";
import { rowsIn } from "./layout/picture.mjs";
import { openingOn } from "./opening.mjs";
import { choicesIn } from "./input/choices.mjs";
import { gesturesOn } from "./input/gestures.mjs";
import { sourceOf } from "./input/source.mjs";

/** Milliseconds from the end of a movement until counts of choices are fetched. */
const COUNT_PAUSE = 400;

/**
 * @param settings  the page's JSON
 * @param elements  the page's parts
 * @param start     `{ view, filters, event }`
 * @param changed   called with the state and `{ push }` when the address has to be updated
 */
export const timelineOn = ({ settings, elements, start, changed }) => {
  const tools = { phrases: phrasesIn(settings.locale, settings.phrases), dates: datesIn(settings.locale) };
  const state = { ...start, cursor: null, held: null, events: [], bins: [], lanes: [], eras: [], extent: null };
  const size = { width: 0, height: 0, larger: 1, mirrored: settings.mirrored };
  let counting = null;
  const failed = troubleIn(elements.trouble, tools.phrases);
  const { urls, language } = settings;

  const take = (answer) => {
    failed(null);
    const bins = binsOf(answer.density);
    painting.show({ events: answer.events, lanes: lanesOf(answer.lanes, bins), eras: answer.eras, bins });
    overview.over(answer.extent);
  };
  const painted = (picture) => {
    source.want(state.view, state.filters, { width: size.width, rows: rowsIn(size.height) });
    overview.follow(state.view);
    summary.follow(picture);
  };

  const source = sourceOf({ url: urls.window, language, answered: take, failed });
  const gestures = gesturesOn(elements.svg, {
    mirrored: settings.mirrored,
    moved: (view) => painting.show({ view }),
    settled: () => {
      changed(state, { push: false });
      clearTimeout(counting);
      counting = setTimeout(() => recount(state.filters, state.view), COUNT_PAUSE);
    },
  });
  const frame = frameIn(elements.svg, settings, tools, (box) => gestures.go(box));
  const painting = paintingOn({ frame, state, size, painted });
  const summary = summaryOn({ elements, settings, tools, state });
  const move = (view) => gestures.go(view, { glide: false });
  const overview = overviewOn({ svg: elements.strip, source, state, size, move, failed });
  const recount = choicesIn(elements.form, { url: urls.facets, language, number: tools.phrases.number }, failed);
  const { show } = painting;
  const open = openingOn({ elements, url: urls.panel, state, show, changed, failed });

  recount(state.filters, state.view);
  setHeight(elements.frame, state.filters);

  const refilter = (filters) => {
    recount(filters, state.view);
    setHeight(elements.frame, filters);
    for (const part of [source, painting, overview]) part.forget();
    show({ filters, cursor: null, held: null });
  };
  const resize = resizing({ elements, size, state, resized: [gestures.resize, overview.draw, () => show({})] });
  /** The events in the frame, in the order of the list. */
  const ordered = () => inOrder(painting.picture()?.seen.map((mark) => mark.event) ?? []);

  /** The boxes with events that are not drawn. */
  const hidden = () => painting.picture()?.hidden ?? [];
  const { say } = summary;

  return { state, show, open, refilter, resize, take, gestures, phrases: tools.phrases, say, ordered, hidden };
};

/** Makes the frame higher if there are lanes. */
const setHeight = (frame, { lanes }) => frame.classList.toggle("laned", lanes !== undefined);

/** Returns a function that shows an error beside the picture, or hides it again for null. */
const troubleIn = (element, phrases) => (error) => {
  element.hidden = error === null;
  element.textContent = error === null ? "" : phrases.say("trouble", { reason: error.message });
};

/** The reader's size of type, relative to the usual one, for which the picture is laid out. */
const typeSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** Returns a function that updates `size` from the frame and calls each of `resized`; it also runs on every resize. */
const resizing = ({ elements, size, state, resized }) => {
  const resize = () => {
    const { clientWidth, clientHeight } = elements.frame;
    const larger = typeSize();
    const [width, height] = [clientWidth / larger, clientHeight / larger];
    if (width === 0 || (width === size.width && height === size.height)) return;
    Object.assign(size, { width, height, larger });
    for (const call of resized) call(width, state.view);
  };
  new ResizeObserver(resize).observe(elements.frame);
  return resize;
};
