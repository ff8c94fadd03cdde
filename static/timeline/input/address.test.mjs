import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, writeAddress } from "./address.mjs";

const address = (search) => writeAddress(readAddress(search));

test("an address comes back as it was", () => {
  for (const search of [
    "",
    "?from=2025-01-01&to=2025-12-31",
    "?type=AGREE&type=CONSULT&actor=RUS&from=1925-01-01&to=2024-12-31&event=17",
    "?q=%D9%82%D9%85%D8%A9",
    "?from=2025-09-01T06:30&to=2025-09-01T18:00",
  ])
    assert.equal(address(search), search);
});

test("a day given as the end is meant whole", () => {
  const { view } = readAddress("?from=2025-01-01&to=2025-01-01");
  assert.equal(view.to - view.from, 86_400_000);
});

test("a window that is none is left out, the filters stay", () => {
  for (const window of ["from=2025-12-31&to=2025-01-01", "from=yesterday&to=2025-01-01", "from=2025-01-01", "from=&to="])
    assert.equal(address(`?type=AGREE&${window}`), "?type=AGREE");
});

test("a window shorter or longer than can be shown is one that can", () => {
  const spanOf = (search) => {
    const { view } = readAddress(search);
    return view.to - view.from;
  };
  assert.equal(spanOf("?from=2025-01-01T10:00&to=2025-01-01T10:01"), 2 * 3_600_000);
  assert.ok(spanOf("?from=0001-01-01&to=9999-12-31") < 3001 * 366 * 86_400_000);
});

test("empty fields of the form are no filters", () => {
  assert.deepEqual(readAddress("?q=&type=&actor=RUS").filters, { actor: ["RUS"] });
});

test("unknown names are not carried along", () => {
  assert.equal(address("?utm_source=x&page=3&lang=ar"), "?lang=ar");
});

test("close up the minute is kept, from afar the day", () => {
  const view = { from: Date.UTC(2025, 8, 1, 6, 30), to: Date.UTC(2025, 8, 3, 6, 30) };
  assert.equal(writeAddress({ view, filters: {} }), "?from=2025-09-01T06:30&to=2025-09-03T06:30");
  const wide = { from: Date.UTC(1925, 0, 1, 2), to: Date.UTC(2025, 0, 1, 3) };
  assert.equal(writeAddress({ view: wide, filters: {} }), "?from=1925-01-01&to=2024-12-31");
});
