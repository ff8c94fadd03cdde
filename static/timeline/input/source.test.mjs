import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceOf } from "./source.mjs";

const PAUSE = 90;
const DAY = 86_400_000;
const june = { from: Date.UTC(2025, 5, 1), to: Date.UTC(2025, 6, 1) };
const july = { from: Date.UTC(2025, 6, 1), to: Date.UTC(2025, 7, 1) };
const size = { width: 800, rows: 5 };

/** A source whose questions are answered by hand: `asked` holds `{ query, answer(value) }`. */
const asking = (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const asked = [];
  context.mock.method(globalThis, "fetch", (url) =>
    new Promise((done) => {
      const answer = (value) => done({ ok: true, json: async () => value });
      asked.push({ query: new URLSearchParams(url.split("?")[1]), answer });
    }),
  );
  const heard = [];
  const source = sourceOf({ url: "/window/", language: "en", answered: (value) => heard.push(value), failed: assert.fail });
  const settle = () => new Promise(setImmediate);
  return { source, asked, heard, pass: () => context.mock.timers.tick(PAUSE), settle };
};

test("a view inside the window that is held asks nothing", async (context) => {
  const { source, asked, heard, pass, settle } = asking(context);
  source.want(june, {}, size);
  pass();
  asked[0].answer("june");
  await settle();
  source.want({ from: june.from + DAY, to: june.to + DAY }, {}, size);
  pass();
  assert.deepEqual([asked.length, heard], [1, ["june"]]);
});

test("movements that follow one another quickly ask once", (context) => {
  const { source, asked, pass } = asking(context);
  source.want(june, {}, size);
  source.want(july, {}, size);
  pass();
  assert.equal(asked.length, 1);
});

test("the answer to a question that a newer one put aside is not heard", async (context) => {
  const { source, asked, heard, pass, settle } = asking(context);
  source.want(june, {}, size);
  pass();
  source.want({ from: 0, to: 30 * DAY }, {}, size);
  pass();
  asked[0].answer("old");
  asked[1].answer("new");
  await settle();
  assert.deepEqual(heard, ["new"]);
});

test("an answer under filters that were changed meanwhile is not heard, and does not pass for the new ones'", async (context) => {
  const { source, asked, heard, pass, settle } = asking(context);
  source.want(june, {}, size);
  pass();
  source.forget();
  asked[0].answer("without the filter");
  await settle();
  source.want(june, { type: ["AID"] }, size);
  pass();
  assert.deepEqual(heard, []);
  assert.equal(asked[1].query.get("type"), "AID");
});
