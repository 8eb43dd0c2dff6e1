//! The address that an article is known by.

/** Without the place within it. */
export function articleAddress(url: string): string {
  return url.split('#')[0] ?? url;
}
