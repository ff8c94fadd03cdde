/**
 * The sentences of the interface.  Django renders their translations into the page as JSON; `{name}` in them is filled
 * in here.  A phrase with a plural is a map by Intl's plural categories.
 *
 * @returns `{ say(key, values), number, compact }`; `say` throws if there is no such phrase
 */
export const phrasesIn = (locale, phrases) => {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });

  const say = (key, values = {}) => {
    const phrase = phrases[key];
    if (phrase === undefined) throw new Error(`The page has no phrase “${key}”.`);
    return filled(typeof phrase === "string" ? phrase : chosen(phrase, values.count), values);
  };
  const chosen = (forms, count) => forms[plural.select(count)] ?? forms.other;
  const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => written(values[name]));
  const written = (value) => (typeof value === "number" ? number.format(value) : String(value));

  // Isolated: among Arabic letters the sign would come behind its number.
  const more = (count) => `\u2066+${compact.format(count)}\u2069`;

  return { say, number: number.format, more };
};
