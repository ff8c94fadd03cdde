/** The picture's SVG: its layers, its gradients, and `draw`, which draws a laid-out picture. */
import { select } from "d3-selection";
import { axisIn } from "./axis.mjs";
import { erasOn } from "./eras.mjs";
import { lanesOn } from "./lanes.mjs";
import { marksIn } from "./marks.mjs";
import { measureIn } from "./measure.mjs";
import { hiddenCountsIn } from "./hidden_counts.mjs";
import { nowIn } from "./now.mjs";

/**
 * @param svg       the SVG element
 * @param settings  `{ families, language, mirrored }`
 * @param tools     `{ dates, phrases }`
 * @param go        called with `{ from, to }` when the reader clicks on a count of hidden events
 * @returns `{ draw(picture, size, { open, cursor }), measure }`
 */
export const frameIn = (svg, settings, { dates, phrases }, go) => {
  const root = select(svg);
  fades(root.append("defs"), [...new Set(Object.values(settings.families))]);
  const sample = root.append("g").attr("class", "event sample").attr("visibility", "hidden");
  const measure = measureIn({
    title: sample.append("text").attr("class", "title").node(),
    date: sample.append("text").attr("class", "date").node(),
  });
  const layer = (name) => root.append("g").attr("class", name);
  const bands = layer("eras");
  const axis = axisIn(layer("axis"), dates);
  const eras = erasOn({ bands, names: layer("era-names") });
  const stems = layer("stems"); // below the lanes' names, which they would otherwise cross
  const lanes = lanesOn(layer("lanes"), phrases);
  const now = nowIn(layer("present"), phrases);
  const marks = marksIn({ stems, events: layer("events") }, settings);
  const more = hiddenCountsIn(layer("mores"), phrases, go);

  const draw = (picture, { width, height, larger }, chosen) => {
    root.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width * larger).attr("height", height * larger);
    eras(picture, height);
    lanes(picture);
    const taken = axis(picture.ticks, picture.x, height);
    now(picture, height, taken);
    marks(picture, chosen);
    more(picture, height);
  };
  return { draw, measure };
};

/** Stops of gradients, `[offset, opacity]` from left to right, by the sides at which a bar fades. */
const BEGINNING = [[0, 0], [0.35, 1]];
const ENDING = [[0.65, 1], [1, 0]];
const STOPS = { both: [...BEGINNING, ...ENDING], left: BEGINNING, right: ENDING };

/** Adds the gradients of each family. */
const fades = (defs, families) => {
  for (const family of families)
    for (const [sides, stops] of Object.entries(STOPS)) {
      const gradient = defs.append("linearGradient").attr("id", `fade-${family}-${sides}`).attr("class", `family-${family}`);
      for (const [offset, opacity] of stops) gradient.append("stop").attr("offset", offset).attr("stop-opacity", opacity);
    }
};
