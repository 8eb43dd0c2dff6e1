//! Every setting, its default and what it may be.

export const THEMES = ['auto', 'light', 'sepia', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const DEFAULTS = {
  theme: 'auto' as Theme,
  /** Size of the text in CSS pixels. */
  fontSize: 20,
  /** Characters in a line; in scripts of square characters, three fifths as many. */
  measure: 66,
};

export type Settings = typeof DEFAULTS;

/** What a setting on a scale may be. WCAG 1.4.8 asks for at most 80 characters: more is offered, not the default. */
export const RANGES = {
  fontSize: { min: 12, max: 40, step: 1 },
  measure: { min: 40, max: 100, step: 2 },
} as const;

const VALID: { [Name in keyof Settings]: (value: unknown) => value is Settings[Name] } = {
  theme: (value): value is Theme => THEMES.some(theme => theme === value),
  fontSize: value => within(value, RANGES.fontSize),
  measure: value => within(value, RANGES.measure),
};

/** Settings from whatever was stored: a value that is missing or not allowed is the default. */
export function validSettings(stored: unknown): Settings {
  const settings = { ...DEFAULTS };
  if (typeof stored === 'object' && stored !== null) {
    for (const name of Object.keys(DEFAULTS) as (keyof Settings)[]) assign(settings, name, (stored as Record<string, unknown>)[name]);
  }
  return settings;
}

function assign<Name extends keyof Settings>(settings: Settings, name: Name, value: unknown): void {
  if (VALID[name](value)) settings[name] = value;
}

function within(value: unknown, { min, max }: { min: number; max: number }): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}

/** Only what differs from the defaults is stored, so that a better default reaches everybody who did not choose. */
export function differences(settings: Settings): Partial<Settings> {
  return Object.fromEntries(Object.entries(settings).filter(([name, value]) => value !== DEFAULTS[name as keyof Settings]));
}
