/** The start of the page's script: reads the page and the address, creates the timeline, updates the address. */
import { controlsOn } from "./controls.mjs";
import { readPage } from "./page.mjs";
import { readAddress, writeAddress } from "./input/address.mjs";
import { shareOn } from "./share.mjs";
import { timelineOn } from "./timeline.mjs";

const ADDRESS_PAUSE = 250;

const begin = ({ settings, elements }) => {
  const address = { ...readAddress(location.search), filters: settings.filters };
  const opening = readAddress(`?from=${settings.opening.from}&to=${settings.opening.to}`).view;
  const eventNumber = (text) => (/^\d+$/.test(text ?? "") ? Number(text) : null);
  let timer = null;
  let moved = address.view !== null;

  /** Updates the address: after movements in place, after opening and filtering with a new entry in the history. */
  const changed = (state, { push }) => {
    clearTimeout(timer);
    setTimeout(() => follow(), ADDRESS_PAUSE);
    const write = () => {
      const view = moved ? state.view : null;
      const search = writeAddress({ view, filters: state.filters, event: state.event });
      if (search === location.search) return;
      history[push ? "pushState" : "replaceState"](null, "", `${location.pathname}${search}`);
    };
    if (push) return write();
    moved = true;
    timer = setTimeout(write, ADDRESS_PAUSE);
  };

  // Remove filters from the address that the server refused.
  if (writeAddress(address) !== writeAddress(readAddress(location.search)))
    history.replaceState(null, "", `${location.pathname}${writeAddress(address)}`);

  const timeline = timelineOn({
    settings,
    elements,
    start: { view: address.view ?? opening, filters: address.filters, event: null },
    changed,
  });
  const follow = shareOn({ elements, settings, phrases: timeline.phrases, state: timeline.state });
  const filtered = (filters) => {
    timeline.refilter(filters);
    changed(timeline.state, { push: true });
  };
  controlsOn(timeline, { settings, elements, filtered });
  elements.paging?.remove();
  if (settings.first) timeline.take(settings.first);
  timeline.resize();
  if (address.event) timeline.open(eventNumber(address.event), { push: false, focus: false });

  window.addEventListener("popstate", () => {
    const { view, filters, event } = readAddress(location.search);
    fill(elements.form, filters);
    timeline.refilter(filters);
    timeline.open(eventNumber(event), { push: false });
    timeline.gestures.go(view ?? opening);
  });
};

/** Sets the form to the filters of an address that the reader went back to. */
const fill = (form, filters) => {
  for (const field of form.elements) {
    if (!field.name || field.type === "hidden") continue;
    const values = filters[field.name] ?? [];
    if (field.type === "checkbox") field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
  }
};

const page = readPage();
if (page) begin(page);
