//! Brings settings that an older version stored to today's shape.

/** One step from each version to the next: `MIGRATIONS[0]` leads from version 1 to version 2. */
const MIGRATIONS: ((stored: Record<string, unknown>) => Record<string, unknown>)[] = [];

/** The version that is stored now. */
export const VERSION = MIGRATIONS.length + 1;

/** Stored settings in today's shape. Nothing is known of a version from the future: it is taken as it is. */
export function migrated(stored: unknown): Record<string, unknown> {
  if (typeof stored !== 'object' || stored === null) return {};
  const settings = stored as Record<string, unknown>;
  const version = typeof settings['version'] === 'number' ? settings['version'] : 1;
  return MIGRATIONS.slice(version - 1).reduce((older, migrate) => migrate(older), settings);
}
