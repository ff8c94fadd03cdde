/** Opening an event in the panel and closing it, including focus and address. */
import { panelIn } from "./drawing/panel.mjs";

/**
 * @param elements  the page's parts
 * @param url       the address of a panel, with 0 for the event's number
 * @param state     what is shown
 * @param show      changes what is shown
 * @param changed   called with the state when the address has to be updated
 * @param failed    called with the error if the panel could not be fetched
 * @returns `open(id, { push, focus })`; an id of null closes
 */
export const openingOn = ({ elements, url, state, show, changed, failed }) => {
  let opener = null;

  const open = (id, { push = true, focus = true } = {}) => {
    const before = state.event;
    if (before === null) opener = document.activeElement;
    show({ event: id, cursor: id ?? state.cursor });
    panel.show(id, focus);
    if (id === null && before !== null) returnFocus(before);
    if (push && id !== before) changed(state, { push: true });
  };

  /** Puts the focus back to where it was before opening, else to the event in the list. */
  const returnFocus = (id) => {
    const link = elements.list.querySelector(`li[data-event="${id}"] a`);
    const known = opener?.isConnected && opener !== document.body;
    (known ? opener : (link ?? elements.frame)).focus();
  };

  /** Marks the event as not open, because its panel could not be fetched. */
  const missed = (error) => {
    show({ event: null });
    failed(error);
  };

  const panel = panelIn(elements.panel, { url, closed: () => open(null), failed: missed });
  return open;
};
