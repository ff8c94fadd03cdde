/**
 * The timeline: what is shown (`state`), and the one way it changes.  Everything that happens calls `show` with the
 * change; pictures are drawn once a frame, whatever happened in between.
 */
import { frameIn } from "./drawing/frame.mjs";
import { listIn } from "./drawing/list.mjs";
import { panelIn } from "./drawing/panel.mjs";
import { stripIn } from "./drawing/strip.mjs";
import { datesIn } from "./language/dates.mjs";
import { phrasesIn } from "./language/phrases.mjs";
import { binsOf } from "./layout/density.mjs";
import { inOrder } from "./layout/order.mjs";
import { pictureOf, rowsIn } from "./layout/picture.mjs";
import { wholeOf, overviewOf } from "./reading/overview.mjs";
import { choicesIn } from "./reading/choices.mjs";
import { gesturesOn } from "./reading/gestures.mjs";
import { sourceOf } from "./reading/source.mjs";
import { speechIn } from "./reading/speech.mjs";

const LIST_PAUSE = 160;

export const timelineOn = ({ settings, elements, start, changed }) => {
  const phrases = phrasesIn(settings.locale, settings.phrases);
  const dates = datesIn(settings.locale);
  const say = speechIn(elements.speech);
  const state = { ...start, cursor: null, events: [], bins: [], total: 0, extent: null, overview: [] };
  const size = { width: 0, height: 0, mirrored: settings.mirrored };
  let rows = new Map();
  let picture = null;
  let waiting = false;
  let opener = null;
  let announced = "";
  let listTimer = null;

  const trouble = (error) => {
    elements.trouble.hidden = error === null;
    elements.trouble.textContent = error === null ? "" : phrases.say("trouble", { reason: error.message });
  };
  const source = sourceOf({
    url: settings.urls.window,
    language: settings.language,
    answered: (answer) => take(answer),
    failed: trouble,
  });
  const frame = frameIn(elements.svg, settings, { dates, phrases }, (box) => gestures.go(box));
  const list = listIn(elements.list, elements.template, { families: settings.families, phrases });
  const strip = stripIn(elements.strip, (view) => gestures.go(view, { glide: false }));
  const recount = choicesIn(
    elements.form,
    { url: settings.urls.facets, language: settings.language, number: phrases.number },
    trouble,
  );
  const panel = panelIn(elements.panel, {
    url: settings.urls.panel,
    closed: () => open(null),
    failed: trouble,
  });
  const gestures = gesturesOn(elements.svg, {
    mirrored: settings.mirrored,
    moved: (view) => show({ view }),
    settled: () => changed(state, { push: false }),
  });

  /** The one way the state changes. */
  const show = (change) => {
    Object.assign(state, change);
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(paint);
  };

  const paint = () => {
    waiting = false;
    if (size.width === 0) return;
    const { view, filters, events, bins } = state;
    source.want(view, filters, { width: size.width, rows: rowsIn(size.height) });
    picture = pictureOf({ events, bins, view, frame: size, before: rows, measure: frame.measure, kept: state.event });
    rows = picture.rows;
    frame.draw(picture, size, { open: state.event, cursor: state.cursor });
    strip.follow(view);
    clearTimeout(listTimer);
    listTimer = setTimeout(tell, LIST_PAUSE);
  };

  /** The list and the sentences follow when the picture has come to rest. */
  const tell = () => {
    const seen = picture.seen.map((mark) => mark.event);
    list(seen, { open: state.event });
    const here = countIn(state, picture);
    elements.range.textContent = dates.range(state.view.from, state.view.to - 1);
    elements.status.textContent = phrases.say("shown", { count: here, drawn: picture.marks.length });
    elements.listNote.textContent = here > seen.length ? phrases.say("moreInList", { count: here - seen.length }) : "";
    announce(`${elements.range.textContent}. ${elements.status.textContent}`);
  };

  /** A view is told once, however often it is drawn. */
  const announce = (sentence) => {
    if (sentence !== announced) say(sentence);
    announced = sentence;
  };

  const take = (answer) => {
    trouble(null);
    show({ events: answer.events, bins: binsOf(answer.density), total: answer.total });
    if (JSON.stringify(answer.extent) !== JSON.stringify(state.extent)) oversee(answer.extent);
  };

  const oversee = async (extent) => {
    state.extent = extent;
    drawStrip();
    try {
      state.overview = await overviewOf(source, extent, state.filters);
      drawStrip();
    } catch (error) {
      trouble(error);
    }
  };

  const drawStrip = () => {
    const { clientWidth: width, clientHeight: height } = elements.strip.parentElement;
    if (width > 0) strip.draw(state.overview, wholeOf(state.extent), state.view, { ...size, width, height });
  };

  const resize = () => {
    const { clientWidth: width, clientHeight: height } = elements.frame;
    if (width === 0 || (width === size.width && height === size.height)) return;
    Object.assign(size, { width, height });
    gestures.resize(width, state.view);
    drawStrip();
    show({});
  };

  const open = (id, { push = true, focus = true } = {}) => {
    const before = state.event;
    if (before === null) opener = document.activeElement;
    show({ event: id, cursor: id ?? state.cursor });
    panel.show(id, focus);
    if (id === null && before !== null) returnFocus(before);
    if (push && id !== before) changed(state, { push: true });
  };

  /** Closing the panel leads back to where the reader was: in the list or the picture, else to the event in the list. */
  const returnFocus = (id) => {
    const link = elements.list.querySelector(`li[data-event="${id}"] a`);
    const known = opener?.isConnected && opener !== document.body;
    (known ? opener : (link ?? elements.frame)).focus();
  };

  const refilter = (filters) => {
    recount(filters);
    source.renew();
    rows = new Map();
    state.extent = null;
    show({ filters, cursor: null });
  };

  /** What the frame holds, in the list's order. */
  const ordered = () => inOrder(picture?.seen.map((mark) => mark.event) ?? []);

  new ResizeObserver(resize).observe(elements.frame);

  return { state, show, open, refilter, resize, take, hold: source.hold, gestures, dates, say, ordered };
};

/** How many events the frame holds, drawn or not, from the density of the window. */
const countIn = ({ bins, view }, picture) => {
  const counted = bins
    .filter((bin) => bin.to > view.from && bin.from < view.to)
    .reduce((sum, bin) => sum + bin.count, 0);
  return Math.max(counted, picture.seen.length);
};
