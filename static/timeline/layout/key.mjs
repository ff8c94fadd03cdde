/** What colours mean, beneath a picture: set in lines as wide as it. */
const BETWEEN = 20;

/**
 * @param entries  in reading order
 * @param width    pixels of a line
 * @param measure  how wide an entry's `name` is with its swatch
 * @returns lines of entries, each with its `start` in pixels from where reading begins
 */
export const keyIn = (entries, width, measure) => {
  const lines = [];
  let end = Infinity;
  for (const entry of entries) {
    const long = measure(entry.name);
    if (end + BETWEEN + long > width) {
      lines.push([]);
      end = -BETWEEN;
    }
    lines.at(-1).push({ ...entry, start: end + BETWEEN });
    end += BETWEEN + long;
  }
  return lines;
};
