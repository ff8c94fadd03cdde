/**
 * The timeline: its parts, put together.  What is shown is `state`; everything that happens changes it by `show`,
 * and the parts follow the picture that comes of it.
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

/** Counts beside the choices follow a movement when it has been over for so many milliseconds. */
const COUNT_PAUSE = 400;

/**
 * @param settings  the page's JSON
 * @param elements  the page's parts
 * @param start     `{ view, filters, event }`
 * @param changed   called with the state and `{ push }` where the address has to follow
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
    telling.follow(picture);
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
  const telling = summaryOn({ elements, settings, tools, state });
  const move = (view) => gestures.go(view, { glide: false });
  const overview = overviewOn({ svg: elements.strip, source, state, size, move, failed });
  const recount = choicesIn(elements.form, { url: urls.facets, language, number: tools.phrases.number }, failed);
  const { show } = painting;
  const open = openingOn({ elements, url: urls.panel, state, show, changed, failed });

  /** Lanes need a higher frame. */
  const laned = ({ lanes }) => elements.frame.classList.toggle("laned", lanes !== undefined);

  recount(state.filters, state.view);
  laned(state.filters);

  const refilter = (filters) => {
    recount(filters, state.view);
    laned(filters);
    for (const part of [source, painting, overview]) part.forget();
    show({ filters, cursor: null, held: null });
  };
  const resize = resizing({ elements, size, state, resized: [gestures.resize, overview.draw, () => show({})] });
  /** What the frame holds, in the list's order. */
  const ordered = () => inOrder(painting.picture()?.seen.map((mark) => mark.event) ?? []);

  /** Places with what finds no room in them. */
  const hidden = () => painting.picture()?.hidden ?? [];
  const { say } = telling;

  return { state, show, open, refilter, resize, take, gestures, phrases: tools.phrases, say, ordered, hidden };
};

/** Tells what went wrong beside the picture, and takes it back with null. */
const troubleIn = (element, phrases) => (error) => {
  element.hidden = error === null;
  element.textContent = error === null ? "" : phrases.say("trouble", { reason: error.message });
};

/** The picture is laid out for type of the usual size, and grows with the type that the reader asks of the browser. */
const typeSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** Keeps `size` to the frame's, and calls everyone whom it concerns. */
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
