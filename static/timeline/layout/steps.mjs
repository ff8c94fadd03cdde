/** The commands of keys, and the next event in order of time. */

const PAN = 0.2;
const PAGE = 0.9;
const ZOOM = 1.6;

/**
 * The command of a key event, or null.  Left and right move towards the left and right of the page; in a mirrored
 * timeline left is the future.
 */
export const commandOf = ({ key, ctrlKey, altKey, metaKey }, mirrored) => {
  if (ctrlKey || altKey || metaKey) return null;
  const toRight = mirrored ? -1 : 1;
  const commands = {
    ArrowRight: { name: "pan", by: PAN * toRight },
    ArrowLeft: { name: "pan", by: -PAN * toRight },
    PageDown: { name: "pan", by: PAGE },
    PageUp: { name: "pan", by: -PAGE },
    "+": { name: "zoom", by: ZOOM },
    "=": { name: "zoom", by: ZOOM },
    "-": { name: "zoom", by: 1 / ZOOM },
    _: { name: "zoom", by: 1 / ZOOM },
    0: { name: "fit" },
    "*": { name: "hidden" },
    Home: { name: "edge", end: "first" },
    End: { name: "edge", end: "last" },
    ArrowDown: { name: "step", by: 1 },
    ArrowUp: { name: "step", by: -1 },
    Enter: { name: "open" },
    " ": { name: "open" },
    Escape: { name: "close" },
  };
  return Object.hasOwn(commands, key) ? commands[key] : null;
};

/**
 * The event after (`by` 1) or before (-1) the one with this `id`, in order of time; without `id` the first or the last.
 * At the ends it is the same event; null if there are no events.
 */
export const neighbour = (ordered, id, by) => {
  if (ordered.length === 0) return null;
  const at = ordered.findIndex((event) => event.id === id);
  if (at === -1) return by > 0 ? ordered[0] : ordered.at(-1);
  return ordered[Math.min(Math.max(at + by, 0), ordered.length - 1)];
};
