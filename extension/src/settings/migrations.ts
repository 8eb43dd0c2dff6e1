//! Brings settings that an older version stored to today's shape.

import { isCount, storedRecord } from '../platform/shape.ts';

/** One step from each version to the next: `MIGRATIONS[0]` leads from version 1 to version 2. */
const MIGRATIONS: ((stored: Record<string, unknown>) => Record<string, unknown>)[] = [];

/** The version that is stored now. */
export const VERSION = MIGRATIONS.length + 1;

/** Stored settings in today's shape. Nothing is known of a version from the future: it is taken as it is. */
export function migrated(stored: unknown): Record<string, unknown> {
  const settings = storedRecord(stored);
  return MIGRATIONS.slice(versionOf(settings) - 1).reduce((older, migrate) => migrate(older), settings);
}

/** What is stored, with the version that it is of now: one from the future remains that, for whoever knows it. */
export function stamped(stored: Record<string, unknown>): Record<string, unknown> {
  return { ...stored, version: Math.max(VERSION, versionOf(stored)) };
}

function versionOf({ version }: Record<string, unknown>): number {
  return isCount(version) && version > 0 ? version : 1;
}
