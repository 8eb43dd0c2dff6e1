//! What axe-core finds wrong, and which targets are too small. The functions run in the page: they can use nothing
//! of this file.

/** Targets smaller than this are too small to hit, in CSS pixels (WCAG 2.5.8). */
export const TARGET = 24;

/** Faults as `rule: element`, in a document or in the reader's shadow root. axe-core is in the page. */
export async function faults(root) {
  // The root is closed, and axe-core looks only where a page could.
  if (root.host) Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  const { violations } = await window.axe.run(root.querySelector('dialog') ?? root, {
    resultTypes: ['violations'],
    // Rules about whole pages: the reader is a part of one.
    rules: root.host ? { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } : {},
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Controls that are smaller than `least`. A box to tick counts with its label; a link in running text is exempt. */
export function tooSmall(root, least) {
  return [...root.querySelectorAll('button, label, select, textarea, input:not([type=radio], [type=checkbox], [type=file])')]
    .filter(each => each.checkVisibility() && !each.closest('label.option input'))
    .map(each => ({ name: each.textContent || each.ariaLabel, ...each.getBoundingClientRect().toJSON() }))
    .filter(({ width, height }) => width < least || height < least)
    .map(({ name, width, height }) => `${name}: ${width} × ${height}`);
}
