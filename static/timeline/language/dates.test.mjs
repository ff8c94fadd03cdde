import assert from "node:assert/strict";
import { test } from "node:test";
import { datesIn } from "./dates.mjs";

const moment = Date.UTC(2025, 8, 1, 14, 30);

test("English dates are day, month, year", () => {
  const dates = datesIn("en-GB");
  assert.equal(dates.date(moment), "1 September 2025");
  assert.equal(dates.hour(moment), "14:30");
});

test("Arabic dates have Arabic months and Arabic-Indic digits", () => {
  const dates = datesIn("ar-u-nu-arab");
  assert.equal(dates.date(moment), "١ سبتمبر ٢٠٢٥");
  assert.equal(dates.minor("hour", moment), "١٤:٣٠");
});

test("month names follow the country", () => {
  assert.equal(datesIn("ar-IQ-u-nu-arab").month(moment), "أيلول");
  assert.equal(datesIn("ar-MA-u-nu-latn").month(Date.UTC(2025, 7, 1)), "غشت");
});

test("the calendar is the Gregorian one also where the country's is not", () => {
  assert.match(datesIn("ar-SA-u-nu-latn").year(moment), /2025/);
});

test("the axis names the month above its days and the day above its hours", () => {
  const dates = datesIn("en-GB");
  assert.equal(dates.major("month", moment), "September 2025");
  assert.match(dates.major("day", moment), /Monday,? 1 September 2025/);
});

test("a range is as exact as its span", () => {
  const { range } = datesIn("en-GB");
  assert.match(range(Date.UTC(2025, 8, 3), Date.UTC(2025, 8, 5)), /^3\s?–\s?5 September 2025$/);
  assert.match(range(Date.UTC(2024, 2, 3), Date.UTC(2025, 8, 5)), /^March 2024\s?–\s?September 2025$/);
  assert.match(range(Date.UTC(1925, 2, 3), Date.UTC(2025, 8, 5)), /^1925\s?–\s?2025$/);
});
