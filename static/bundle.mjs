/** Bundle the timeline and the styles into static/build/, at set-up (`npm run build`) or on every change (`--watch`). */
import { context } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

const build = await context({
  entryPoints: { timeline: join(here, "timeline/main.mjs"), site: join(here, "styles/site.css") },
  outdir: join(here, "build"),
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome105", "firefox105", "safari16"],
  legalComments: "linked",
  logLevel: "info",
});

if (process.argv.includes("--watch")) await build.watch();
else {
  await build.rebuild();
  await build.dispose();
}
