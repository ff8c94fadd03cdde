/** The elements and settings of the page, as the server rendered them. */
const byId = (id) => document.getElementById(id);
const json = (id) => JSON.parse(byId(id).textContent);

/** `{ settings, elements }`; null if the page has no timeline. */
export const readPage = () => {
  if (!byId("timeline")) return null;
  return {
    settings: { ...json("timeline-settings"), mirrored: document.documentElement.dir === "rtl" },
    elements: {
      frame: byId("timeline-frame"),
      svg: byId("timeline-picture"),
      strip: byId("timeline-strip"),
      status: byId("timeline-status"),
      range: byId("timeline-range"),
      speech: byId("timeline-speech"),
      trouble: byId("timeline-trouble"),
      list: byId("event-list"),
      listNote: byId("event-list-note"),
      paging: byId("event-list-paging"),
      template: byId("event-item"),
      form: byId("filters"),
      panel: { region: byId("event-panel"), body: byId("event-panel-body"), close: byId("event-panel-close") },
      controls: byId("timeline-controls"),
      share: byId("share"),
      legend: byId("legend-families"),
    },
  };
};
