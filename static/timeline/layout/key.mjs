/** Breaking the key of colours into lines. */
const BETWEEN = 20;

/**
 * @param entries  in reading order
 * @param width    pixels of a line
 * @param measure  a function that gives the width of a name with its swatch
 * @returns lines of entries, each with its `start` in pixels from the side where reading begins
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
