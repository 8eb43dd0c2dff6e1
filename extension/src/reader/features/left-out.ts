//! What was left out, and why: each block with one click to put it back. And other parts of the page to read
//! instead: wider, narrower, elsewhere.

import type { Choice } from '../../content/ways.ts';
import type { Candidate, Removed } from '../../engine/article.ts';
import type { ReadOptions } from '../../engine/engine.ts';
import { counted, text, type MessageName } from '../../platform/text.ts';
import { element, fragment } from '../dom.ts';
import type { View } from '../view.ts';

/** Reasons that a person may doubt. What was empty or not to be seen was never text. */
const REASONS: Record<string, MessageName> = {
  'navigation': 'reasonNavigation',
  'advertisement': 'reasonAdvertisement',
  'share': 'reasonShare',
  'comments': 'reasonComments',
  'related': 'reasonRelated',
  'notice': 'reasonNotice',
  'link-density': 'reasonLinks',
  'low-score': 'reasonLowScore',
  'duplicate': 'reasonDuplicate',
  'outside': 'reasonOutside',
  'hidden': 'reasonHidden',
};

const RELATIONS: Record<Candidate['relation'], MessageName> = {
  wider: 'candidateWider',
  narrower: 'candidateNarrower',
  other: 'candidateOther',
};

/** More than this are no list to read; the first ones are those nearest to the article's beginning. */
const MOST = 200;

/** Adds the panel. */
export function leftOut({ article, bar, options, reread, pick, choice, unsaved }: View): void {
  if (reread === undefined) return;
  const again: (options: ReadOptions) => void = reread;
  const removed = article.removed.filter(({ text: words, reason }) => words.trim() !== '' && reason in REASONS).slice(0, MOST);
  const { candidates } = article;
  const changed = options.root !== undefined || options.restore !== undefined;

  const panel = bar.panel('removed', 'leftOut', () => fragment(
    changed ? button(text('leftOutReset'), () => again({})) : null,
    candidates.length > 0 ? element('div', { class: 'candidates', role: 'group', 'aria-label': text('candidates') }, ...candidates.map(candidate)) : null,
    pick === undefined ? null : button(text('pick'), pick),
    choice === undefined ? null : remember(choice, options.root === undefined ? 'rememberPutBack' : 'rememberChoice', unsaved),
    element('h2', { class: 'panel-title' }, text('leftOut')),
    removed.length > 0 ? element('ul', { class: 'left-out' }, ...removed.map(item)) : element('p', {}, text('leftOutNothing'))));
  panel.classList.add('wide-panel');

  function candidate({ element: root, relation, words }: Candidate): Node {
    return button(text(RELATIONS[relation], counted('nWords', words)), () => again({ readAnyway: true, root }));
  }

  function item({ element: source, reason, text: words }: Removed): Node {
    const back = button(text('putBack'), () => again({ ...options, restore: [...options.restore ?? [], source] }));
    return element('li', {},
      element('span', { class: 'left-out-reason' }, text(REASONS[reason] ?? 'reasonLowScore')),
      element('q', { dir: 'auto', lang: article.metadata.lang ?? undefined }, words), back);
  }
}

/** Whether what was chosen holds on all pages of the site. */
function remember({ site, remembered, remember: set }: Choice, label: MessageName, unsaved: () => void): HTMLElement {
  const input = element('input', { type: 'checkbox', checked: remembered });
  input.addEventListener('change', () => set(input.checked).catch(unsaved));
  return element('label', { class: 'tick remember-part' }, input, element('span', {}, text(label, site)));
}

function button(label: string, press: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button', class: 'plain-button' }, label);
  node.addEventListener('click', press);
  return node;
}
