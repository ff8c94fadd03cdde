/** Sharing: addresses for the current view, and downloads of the picture and the rows. */
import { sheetOf } from "./drawing/export_sheet.mjs";
import { pngOf, save } from "./drawing/export.mjs";
import { dayOf } from "./layout/windows.mjs";
import { filterQuery, writeAddress } from "./input/address.mjs";
import { asking } from "./input/source.mjs";

/**
 * @param elements  `{ share, svg, range, legend }` of the page
 * @param settings  the page's JSON
 * @param phrases   the result of `phrasesIn`
 * @param state     what is shown
 * @returns `follow()`, which updates the addresses and must be called when the view has changed
 */
export const shareOn = ({ elements: { share, svg, range, legend }, settings, phrases, state }) => {
  const part = (name) => document.getElementById(`share-${name}`);
  const said = part("said");

  /** The reader's filters, without lanes, which do not filter. */
  const chosen = () => {
    const query = filterQuery(state.filters);
    query.delete("lanes");
    return query;
  };
  const inView = () => {
    const query = chosen();
    query.set("from", dayOf(state.view.from));
    query.set("to", dayOf(state.view.to - 1));
    return query;
  };
  const rows = (kind) => {
    const query = inView();
    query.set("as", kind);
    query.set("ui", settings.language);
    return asking(settings.urls.rows, query);
  };

  const follow = () => {
    const search = writeAddress(state);
    const page = new URL(settings.urls.page + search, location).href;
    const frame = new URL(settings.urls.embed + search, location).href;
    part("page").value = page;
    part("frame").value = part("frame").value.replace(/src="[^"]*"/, () => `src="${frame.replaceAll("&", "&amp;")}"`);
    for (const kind of ["csv", "json"]) part(kind).href = rows(kind);
    // Feeds are about future events, so they have the filters but not the window.
    for (const name of ["feed", "calendar", "subscribe"]) part(name).href = asking(settings.urls[name], chosen());
    part("choices").href = asking(settings.urls.choices, inView());
    const home = part("home");
    if (home) home.href = page;
  };

  const copy = async (field) => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = phrases.say("copied");
    } catch {
      // Without permission to use the clipboard: select the text, so that the reader can copy it with keys.
      field.select();
      said.textContent = phrases.say("selected");
    }
  };

  const download = async (kind) => {
    const title = document.querySelector("h1").textContent.trim();
    const words = { title, range: range.textContent, source: location.host, families: familiesIn(svg, legend) };
    const text = sheetOf(svg, words, settings);
    const blob = kind === "svg" ? new Blob([text], { type: "image/svg+xml" }) : await pngOf(text);
    save(blob, `newsdesk-timeline.${kind}`);
  };

  share.addEventListener("toggle", follow);
  share.addEventListener("click", (event) => {
    const { copies, takes } = event.target.dataset;
    if (copies) copy(document.getElementById(copies));
    if (takes) download(takes);
  });
  return follow;
};

/** Names and colours of the legend's families that the picture shows. */
const familiesIn = (svg, legend) =>
  [...legend.children]
    .filter((item) => svg.querySelector(`.event.${item.className}`))
    .map((item) => ({
      name: item.textContent.trim(),
      colour: getComputedStyle(item).getPropertyValue("--family"),
    }));
