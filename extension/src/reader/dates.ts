//! Dates, lengths and sizes as people write them.

import { interfaceLanguage } from '../platform/text.ts';

/** `2023-09-22…` at the start of an ISO 8601 date or date and time. */
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/;

/**
 * A date in words, in the given language. The day is the one that the page wrote: it is not moved into the
 * reader's time zone. A text that is no date comes back as it is.
 */
export function readableDate(date: string, lang = interfaceLanguage()): string {
  const [, year, month, day] = ISO_DATE.exec(date) ?? [];
  if (year === undefined) return date;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Intl.DateTimeFormat(supported(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(midnight);
}

/** A number of minutes, at least one, in the interface's language: `4 min`. */
export function minutes(length: number): string {
  const format = new Intl.NumberFormat(interfaceLanguage(), { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  return format.format(Math.max(1, Math.round(length)));
}

/** A number of bytes as people say it: `1.2 MB`. */
export function size(bytes: number): string {
  const [unit, value] = bytes < 1e3 ? ['byte', bytes] as const : bytes < 1e6 ? ['kilobyte', bytes / 1e3] as const : ['megabyte', bytes / 1e6] as const;
  return new Intl.NumberFormat(interfaceLanguage(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** Names joined as a sentence joins them: `Ada, Grace and Edsger`. */
export function conjunction(names: string[], lang: string): string {
  const [only] = names;
  // The usual case does not pay for a formatter: 15 ms for the first one in Chromium.
  if (names.length === 1 && only !== undefined) return only;
  return new Intl.ListFormat(supported(lang), { type: 'conjunction' }).format(names);
}

/** The language a page claims may be no language at all. */
function supported(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? interfaceLanguage();
  } catch {
    return interfaceLanguage();
  }
}
