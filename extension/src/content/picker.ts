//! Choosing the text by pointing at it. The page stays as it is and can be scrolled; over it lies a pane that takes the
//! pointer and the keys, and a frame around what would be read.

import { interfaceDirection, interfaceLanguage, text } from '../platform/text.ts';
import { element } from '../reader/dom.ts';
import { containEvents } from '../reader/isolation.ts';
import { KeyBindings } from '../reader/keys.ts';
import type { Overlay } from '../reader/overlay.ts';
import { rememberPage } from '../reader/page-state.ts';
import chrome from '../reader/styles/chrome.css';
import overlay from '../reader/styles/overlay.css';
import picker from '../reader/styles/picker.css';
import theme from '../reader/styles/theme.css';
import { applyTheme } from '../settings/apply.ts';
import type { Settings } from '../settings/settings.ts';

/** Lets the person choose an element of the page; `choose` is called when the picker is gone. */
export function openPicker(settings: Settings, choose: (chosen: Element) => void): Pick<Overlay, 'gone' | 'remove'> {
  const restorePage = rememberPage();
  const host = element('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [theme, overlay, chrome, picker].map(rules => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    return sheet;
  });
  const box = element('div', { class: 'pick-box' });
  const stop = element('button', { type: 'button', class: 'plain-button' }, text('cardClose'));
  const hint = element('div', { class: 'pick-hint', role: 'status' }, element('span', {}, text('pickHint')), stop);
  const pane = element('div', {
    class: 'picker own-page', popover: 'manual', lang: interfaceLanguage(), dir: interfaceDirection(),
    role: 'application', 'aria-label': text('pick'), tabindex: -1,
  }, box, hint);
  applyTheme(pane, settings);
  root.append(pane);

  const aborter = new AbortController();
  const gone = aborter.signal;
  const remove = () => {
    if (gone.aborted) return;
    aborter.abort();
    host.remove();
    restorePage();
  };
  /** What was pointed at, and what of it is framed: itself or something around it. */
  let pointed = startOf();
  let framed = pointed;
  const frame = (target: Element) => {
    framed = target;
    const { left, top, width, height } = target.getBoundingClientRect();
    box.style.cssText = `left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px`;
  };
  const take = () => {
    remove();
    choose(framed);
  };

  containEvents(host, gone);
  document.documentElement.append(host);
  pane.showPopover();
  pane.focus();
  frame(framed);
  pane.addEventListener('pointermove', ({ clientX, clientY }) => {
    const found = document.elementsFromPoint(clientX, clientY).find(each => each !== host);
    // A line or a picture is pointed at for the sake of the block that it is in.
    const target = found?.closest('p, li, pre, table, figure, blockquote, section, article, main, div, body') ?? found;
    if (!target || target === pointed) return;
    pointed = target;
    frame(target);
  }, { signal: gone });
  pane.addEventListener('click', event => { if (event.target !== stop) take(); }, { signal: gone });
  stop.addEventListener('click', remove);
  window.addEventListener('scroll', () => frame(framed), { signal: gone, passive: true, capture: true });

  const keys = new KeyBindings(gone);
  keys.bind('Escape', () => { remove(); return true; });
  keys.bind('Enter', () => {
    if (root.activeElement === stop) return false;
    take();
    return true;
  });
  keys.bind('ArrowUp', () => {
    const { parentElement } = framed;
    if (parentElement !== null && parentElement !== document.documentElement) frame(parentElement);
    return true;
  });
  // Back down the way that led up, and then to the first thing inside.
  keys.bind('ArrowDown', () => {
    const inner = [...framed.children].find(child => child.contains(pointed)) ?? framed.firstElementChild;
    if (inner !== null) frame(inner);
    return true;
  });
  return { gone, remove };
}

/** Where the keys begin: in the middle of what is on screen. */
function startOf(): Element {
  return document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('p, li, div, section, article, main, body') ?? document.body;
}
