//! Articles that open by themselves, and the permissions for that. They belong to this machine.

/** Key in local storage of whether every article does. */
export const EVERYWHERE_KEY = 'everywhere';

/** Key in local storage of whether the toolbar button says which pages are articles. */
export const HINT_KEY = 'hint';

/** All pages that may be read without a click, if the person lets it. */
export const ALL_PAGES = { origins: ['*://*/*'] };

/** The pages of the same host, as a permission names them. Firefox knows no ports there. */
export function pagesLike(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
