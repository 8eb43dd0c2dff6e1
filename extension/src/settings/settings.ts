//! Every setting, its default and what it may be.

import { isBoolean, isRecord, isString } from '../platform/shape.ts';
import { FONT_NAMES, type Font } from './fonts.ts';

export const THEMES = ['auto', 'light', 'sepia', 'gray', 'dark', 'black', 'contrast', 'custom'] as const;
export type Theme = (typeof THEMES)[number];

export const ALIGNMENTS = ['start', 'justify'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Scrolling in one column, scrolling in as many as fit, or pages that turn. */
export const LAYOUTS = ['scroll', 'columns', 'pages'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const FOCUSES = ['off', 'one', 'three', 'five', 'underline'] as const;
export type LineFocus = (typeof FOCUSES)[number];

export const DEFAULTS = {
  theme: 'auto' as Theme,
  /** The person's own colors, for the theme `custom`: `#` and six hexadecimal digits. */
  paperColor: '#fdf6e3',
  inkColor: '#2b3a42',
  linkColor: '#0b5c8a',
  font: 'serif' as Font,
  /** Size of the text in CSS pixels. */
  fontSize: 20,
  /** Characters in a line; in scripts of square characters, three fifths as many. */
  measure: 66,
  /** Height of a line in sizes of the text. */
  lineHeight: 1.6,
  /** Distance between paragraphs, between letters and between words, in sizes of the text. */
  paragraphGap: 1,
  letterSpacing: 0,
  wordSpacing: 0,
  layout: 'scroll' as Layout,
  /** Lines from top to bottom on the pages of Japanese and Chinese articles. */
  vertical: false,
  alignment: 'start' as Alignment,
  hyphens: false,
  /** Images a little darker in dark themes. */
  dimImages: false,
  /** Footnotes beside their marks, where there is room. */
  marginNotes: true,
  /** How words begin, and their syllables, set off for those who read with effort. */
  bionic: false,
  syllables: false,
  showLinks: true,
  showImages: true,
  /** Images in the pages and books that are saved. */
  saveImages: true,
  /** Go on where an article was left. */
  keepPlaces: true,
  /** The browser's Back leaves the reader first. */
  backExits: false,
  lineFocus: 'off' as LineFocus,
  /** How fast a voice reads; 1 is its usual pace. */
  voiceRate: 1,
  /** The chosen voice for each language, by the voice's address; empty where none was chosen. */
  voices: {} as Record<string, string>,
};

export type Settings = typeof DEFAULTS;

/** What the button beside text and theme sets back: not how the reader behaves, nor a chosen voice. */
const { lineFocus: _focus, voiceRate: _rate, voices: _voices, keepPlaces: _places, backExits: _back, saveImages: _images, ...looks } = DEFAULTS;
export const LOOKS: Partial<Settings> = looks;

/**
 * What a setting on a scale may be. WCAG 1.4.12 asks that line height 1.5, paragraph gap 2, letter spacing 0.12
 * and word spacing 0.16 can be reached; 1.4.8 for lines of at most 80 characters: more is offered, not the default.
 */
export const RANGES = {
  fontSize: { min: 12, max: 40, step: 1 },
  measure: { min: 40, max: 100, step: 2 },
  lineHeight: { min: 1.2, max: 2.6, step: 0.1 },
  paragraphGap: { min: 0.4, max: 2.4, step: 0.1 },
  letterSpacing: { min: 0, max: 0.2, step: 0.01 },
  wordSpacing: { min: 0, max: 0.4, step: 0.02 },
  voiceRate: { min: 0.5, max: 2, step: 0.1 },
} as const;

type Check<Value> = (value: unknown) => value is Value;

export type ColorName = 'paperColor' | 'inkColor' | 'linkColor';

const VALID: { [Name in keyof Settings]: Check<Settings[Name]> } = {
  theme: oneOf(THEMES),
  paperColor: isColor,
  inkColor: isColor,
  linkColor: isColor,
  font: oneOf(FONT_NAMES),
  fontSize: within(RANGES.fontSize),
  measure: within(RANGES.measure),
  lineHeight: within(RANGES.lineHeight),
  paragraphGap: within(RANGES.paragraphGap),
  letterSpacing: within(RANGES.letterSpacing),
  wordSpacing: within(RANGES.wordSpacing),
  layout: oneOf(LAYOUTS),
  vertical: isBoolean,
  alignment: oneOf(ALIGNMENTS),
  hyphens: isBoolean,
  dimImages: isBoolean,
  marginNotes: isBoolean,
  bionic: isBoolean,
  syllables: isBoolean,
  showLinks: isBoolean,
  showImages: isBoolean,
  saveImages: isBoolean,
  keepPlaces: isBoolean,
  backExits: isBoolean,
  lineFocus: oneOf(FOCUSES),
  voiceRate: within(RANGES.voiceRate),
  voices: isRecordOfStrings,
};

/** Settings from whatever was stored: a value that is missing or not allowed is the default. */
export function validSettings(stored: unknown): Settings {
  const settings = { ...DEFAULTS };
  if (isRecord(stored)) {
    for (const name of Object.keys(DEFAULTS) as (keyof Settings)[]) assign(settings, name, stored[name]);
  }
  return settings;
}

/** Those of the values that are settings and allowed: what a site differs by, or what a file brings. */
export function validChoices(stored: Record<string, unknown>): Partial<Settings> {
  const names = Object.keys(DEFAULTS) as (keyof Settings)[];
  return Object.fromEntries(names.filter(name => VALID[name](stored[name])).map(name => [name, stored[name]]));
}

/**
 * What is stored, with these choices made. Only what differs from the defaults is stored, so that a better default reaches
 * everybody who did not choose. What this version does not understand, for it is another's or damaged, stays as it is.
 */
export function withChoices(stored: Record<string, unknown>, choices: Partial<Settings>): Record<string, unknown> {
  const others = Object.entries(stored).filter(([name]) => !(name in choices));
  const differing = Object.entries(choices).filter(([name, value]) => value !== DEFAULTS[name as keyof Settings]);
  return Object.fromEntries([...others, ...differing]);
}

function assign<Name extends keyof Settings>(settings: Settings, name: Name, value: unknown): void {
  if (VALID[name](value)) settings[name] = value;
}

function oneOf<Value extends string>(values: readonly Value[]): Check<Value> {
  return (value): value is Value => values.some(each => each === value);
}

function within({ min, max }: { min: number; max: number }): Check<number> {
  return (value): value is number => typeof value === 'number' && value >= min && value <= max;
}

function isColor(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}

function isRecordOfStrings(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every(isString);
}
