/** Turns keys, buttons, clicks and the filter form into commands of the timeline. */
import { fullest } from "./layout/density.mjs";
import { momentOf } from "./layout/marks.mjs";
import { commandOf, neighbour } from "./layout/steps.mjs";
import { centred, holds, shifted, spanOf, zoomed } from "./layout/view.mjs";
import { readForm } from "./input/address.mjs";
import { everythingOf } from "./input/overview.mjs";

/** Command → function that carries it out. */
const commandsOf = (timeline) => {
  const { gestures, state } = timeline;
  const cursorMoment = () => {
    const event = timeline.ordered().find(({ id }) => id === state.cursor);
    const moment = event ? momentOf(event) : null;
    return moment !== null && holds(gestures.heading(), moment) ? moment : undefined;
  };
  return {
    pan: ({ by }) => gestures.go(shifted(gestures.heading(), by)),
    zoom: ({ by }) => gestures.go(zoomed(gestures.heading(), by, cursorMoment())),
    fit: () => gestures.go(everythingOf(state.extent)),
    now: () => gestures.go(centred(gestures.heading(), Date.now())),
    edge: ({ end }) => {
      const whole = everythingOf(state.extent);
      const half = spanOf(gestures.heading()) * 0.4;
      gestures.go(centred(gestures.heading(), end === "first" ? whole.from + half : whole.to - half));
    },
    hidden: () => {
      const box = fullest(timeline.hidden());
      if (box) gestures.go(box);
    },
    step: ({ by }) => {
      const event = neighbour(timeline.ordered(), state.cursor, by);
      if (!event) return;
      timeline.show({ cursor: event.id, held: event.id });
      timeline.say(`${event.title}. ${event.date_words}`);
    },
    open: () => {
      if (state.cursor !== null) timeline.open(state.cursor);
    },
    close: () => {
      if (state.event !== null) timeline.open(null);
      else timeline.show({ cursor: null, held: null });
    },
  };
};

export const controlsOn = (timeline, { settings, elements, filtered }) => {
  const commands = commandsOf(timeline);
  const run = (command) => commands[command.name](command);

  elements.frame.addEventListener("keydown", (event) => {
    const command = commandOf(event, settings.mirrored);
    if (!command) return;
    event.preventDefault();
    run(command);
  });
  elements.controls.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) run({ name: button.dataset.command, by: Number(button.dataset.by), end: button.dataset.end });
  });
  elements.svg.addEventListener("click", (event) => {
    const group = event.target.closest("[data-event]");
    if (group) timeline.open(Number(group.dataset.event));
  });
  elements.list.addEventListener("click", (event) => {
    const item = event.target.closest("li[data-event]");
    if (!item || !event.target.closest("a") || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    timeline.open(Number(item.dataset.event));
  });
  pointAt(elements.list, timeline);
  formOn(elements.form, filtered);
};

/**
 * Marks the event in the picture that is pointed at or focused in the list.  A focused one is also given room there;
 * for a pointer that only passes over the list the picture does not change.
 */
const pointAt = (list, timeline) => {
  const marking = (change) => (event) => {
    const item = event.target.closest("li[data-event]");
    if (item) timeline.show(change(Number(item.dataset.event)));
  };
  list.addEventListener("pointerover", marking((id) => ({ cursor: id })));
  list.addEventListener("focusin", marking((id) => ({ cursor: id, held: id })));
};

/** Applies choices at once, and the search when the form is submitted. */
const formOn = (form, filtered) => {
  const apply = () => filtered(readForm(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("select, [type=checkbox], [type=search]")) apply();
  });
};
