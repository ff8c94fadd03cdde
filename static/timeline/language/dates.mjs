/**
 * Formats dates in the reader's language, with Intl, always Gregorian and in UTC.
 *
 * @param locale  a BCP 47 tag with the newsroom's choices, such as "ar-IQ-u-nu-arab" (كانون الثاني, Arabic-Indic
 *                digits)
 * @returns functions from a moment in milliseconds to a text, by unit; and `minor(unit, moment)`, `major(unit,
 *          moment)`, `range(from, to)`
 */
export const datesIn = (locale) => {
  const format = (options) => {
    const formatter = new Intl.DateTimeFormat(locale, { calendar: "gregory", timeZone: "UTC", ...options });
    return (moment) => formatter.format(moment);
  };
  const formats = {
    hour: format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    weekday: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    date: format({ day: "numeric", month: "long", year: "numeric" }),
    day: format({ day: "numeric" }),
    month: format({ month: "long" }),
    shortMonth: format({ month: "short" }),
    monthOfYear: format({ month: "long", year: "numeric" }),
    year: format({ year: "numeric" }),
  };
  const minor = (unit, moment) => formats[unit](moment);
  const major = (unit, moment) => formats[{ day: "weekday", month: "monthOfYear", year: "year" }[unit]](moment);
  return { ...formats, minor, major, range: rangeIn(locale) };
};

/** Formats a range of moments by years, months or days, depending on its length. */
const rangeIn = (locale) => {
  const options = { calendar: "gregory", timeZone: "UTC", year: "numeric" };
  const years = new Intl.DateTimeFormat(locale, options);
  const months = new Intl.DateTimeFormat(locale, { ...options, month: "long" });
  const days = new Intl.DateTimeFormat(locale, { ...options, month: "long", day: "numeric" });
  return (from, to) => {
    const spanDays = (to - from) / 86_400_000;
    const formatter = spanDays > 3650 ? years : spanDays > 180 ? months : days;
    return formatter.formatRange(from, to);
  };
};
