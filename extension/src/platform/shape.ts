//! Shapes of values that come from outside: from storage, a file or a message.

/** Whether it is an object, of which any property may be asked for. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
