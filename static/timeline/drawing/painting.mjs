/** Draws the state, once a frame whatever happened in between. */
import { pictureOf } from "../layout/picture.mjs";

/**
 * @param frame    what `frameIn` gave
 * @param state    what is shown; `show` changes it
 * @param size     `{ width, height, larger, mirrored }`, changed by whoever resizes: the frame's size when type is as large as
 *                 usual, and how much larger it is
 * @param painted  called with every picture
 * @returns `{ show(change), forget(), picture() }`
 */
export const paintingOn = ({ frame, state, size, painted }) => {
  let rows = new Map();
  let picture = null;
  let waiting = false;

  const paint = () => {
    waiting = false;
    if (size.width === 0) return;
    const { view, events, bins, lanes, eras, event, cursor, held } = state;
    const told = { events, bins, lanes, eras, view };
    picture = pictureOf({ ...told, frame: size, before: rows, measure: frame.measure, kept: [event, held] });
    rows = picture.rows;
    frame.draw(picture, size, { open: event, cursor });
    painted(picture);
  };

  /** The one way the state changes. */
  const show = (change) => {
    Object.assign(state, change);
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(paint);
  };

  /** Other events come: none of them has a row to keep. */
  const forget = () => {
    rows = new Map();
  };

  return { show, forget, picture: () => picture };
};
