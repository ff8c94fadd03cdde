/** Opening an event in the panel and closing it, with the focus and the address. */
import { panelIn } from "./drawing/panel.mjs";

/**
 * @param elements  the page's parts
 * @param url       the address of a panel, with 0 for the event's number
 * @param state     what is shown
 * @param show      changes it
 * @param changed   called with the state where the address has to follow
 * @param failed    called with the error where the panel could not be had
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

  /** Closing leads back to where the reader was: in the list or the picture, else to the event in the list. */
  const returnFocus = (id) => {
    const link = elements.list.querySelector(`li[data-event="${id}"] a`);
    const known = opener?.isConnected && opener !== document.body;
    (known ? opener : (link ?? elements.frame)).focus();
  };

  /** What is not there, or not published any more, is not open either. */
  const missed = (error) => {
    show({ event: null });
    failed(error);
  };

  const panel = panelIn(elements.panel, { url, closed: () => open(null), failed: missed });
  return open;
};
