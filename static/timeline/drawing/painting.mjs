/** Draws the state, at most once in each frame of animation. */
import { pictureOf } from "../layout/picture.mjs";

/**
 * @param frame    the result of `frameIn`
 * @param state    what is shown; `show` changes it
 * @param size     `{ width, height, larger, mirrored }`: the frame's size in units of normal type, and the factor by
 *                 which the reader's type is larger; updated when the frame is resized
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
    const content = { events, bins, lanes, eras, view };
    picture = pictureOf({ ...content, frame: size, before: rows, measure: frame.measure, kept: [event, held] });
    rows = picture.rows;
    frame.draw(picture, size, { open: event, cursor });
    painted(picture);
  };

  /** Changes the state and schedules a drawing; the state is changed nowhere else. */
  const show = (change) => {
    Object.assign(state, change);
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(paint);
  };

  /** Forgets the rows of events, because other events will be shown. */
  const forget = () => {
    rows = new Map();
  };

  return { show, forget, picture: () => picture };
};
