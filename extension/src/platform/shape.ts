//! Shapes of values that come from outside: from storage, a file or a message.

/** Whether a value has a shape. */
export type Check = (value: unknown) => boolean;

/** A check for every property of a type: one that is forgotten does not compile. */
export type Shape<Type> = { [Name in keyof Type]-?: Check };

/** Whether it is an object, of which any property may be asked for. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** Neither infinite nor no number at all: JSON has neither, but messages do. */
export function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** A whole number that counts something. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** One of a few words. */
export function oneOf<Word extends string>(...words: Word[]): Check {
  return value => words.some(word => word === value);
}

/** Of this shape, or not there. */
export function maybe(check: Check): Check {
  return value => value === undefined || value === null || check(value);
}

export function listOf(check: Check): Check {
  return value => Array.isArray(value) && value.every(check);
}

/** A list of fixed length. */
export function tuple(...checks: Check[]): Check {
  return value => Array.isArray(value) && value.length === checks.length && checks.every((check, at) => check(value[at]));
}

/** An object with these properties, at least. */
export function shaped(shape: Record<string, Check>): Check {
  return value => isRecord(value) && Object.entries(shape).every(([name, check]) => check(value[name]));
}

/** An object with these properties and no other. */
export function exactly(shape: Record<string, Check>): Check {
  const fits = shaped(shape);
  return value => fits(value) && Object.keys(value as object).every(name => Object.hasOwn(shape, name));
}

/** One of a union, told by its `kind`. */
export function variant(kinds: Record<string, Check>): Check {
  return value => isRecord(value) && typeof value['kind'] === 'string' && Object.hasOwn(kinds, value['kind']) && kinds[value['kind']]?.(value) === true;
}

/**
 * What is stored, as an object that can be added to. What is none, because something damaged it, stays inside: nothing that was
 * stored is written over because it is not understood.
 */
export function storedRecord(stored: unknown): Record<string, unknown> {
  return isRecord(stored) ? stored : stored === undefined ? {} : { unreadable: stored };
}
