/** The panel of one event, whose contents are rendered by the server. */

/**
 * @param panel     `{ region, body, close }`: the region, where its content goes, and its button
 * @param url       the address of a panel, with 0 for the event's number
 * @param closed    called when the reader closes it
 * @param failed    called with the error if it could not be fetched
 * @returns `{ show(id, focus) }`; an id of null hides the panel
 */
export const panelIn = ({ region, body, close }, { url, closed, failed }) => {
  let shown = null;
  close.addEventListener("click", closed);
  region.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closed();
  });

  const open = async (id, focus) => {
    if (shown === id) return;
    shown = id;
    try {
      const response = await fetch(url.replace("/0/", `/${id}/`));
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      const text = await response.text();
      if (shown === id) fill(text, focus);
    } catch (error) {
      if (shown !== id) return;
      shown = null;
      failed(error);
    }
  };

  const fill = (text, focus) => {
    body.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
    region.hidden = false;
    region.scrollTop = 0;
    const heading = body.querySelector("h2");
    heading.tabIndex = -1;
    if (focus) heading.focus({ preventScroll: true });
    if (!inSight(heading)) region.scrollIntoView({ block: "start" });
  };

  const hide = () => {
    shown = null;
    region.hidden = true;
    body.replaceChildren();
  };

  return { show: (id, focus = true) => (id === null ? hide() : open(id, focus)) };
};

/** Whether the heading and the first lines below it can be seen. */
const inSight = (heading) => {
  const { top, bottom } = heading.getBoundingClientRect();
  return top >= 0 && bottom + 120 <= window.innerHeight;
};
