//! What the extension's own pages share: their language, their looks, and the person's settings.

import { interfaceDirection, interfaceLanguage, text, type MessageName } from '../platform/text.ts';
import { element, type Child } from '../reader/dom.ts';
import { unsavedNotice } from '../reader/notice.ts';
import chrome from '../reader/styles/chrome.css';
import theme from '../reader/styles/theme.css';
import { applySettings } from '../settings/apply.ts';
import { loadSettings, type SettingsStore } from '../settings/store.ts';
import page from './page.css';

/** Makes this document a page of the extension; resolves to the settings, which it follows. */
export async function openPage(title: MessageName): Promise<SettingsStore> {
  const { documentElement, body } = document;
  documentElement.lang = interfaceLanguage();
  documentElement.dir = interfaceDirection();
  document.title = text(title);
  adopt(theme, chrome, page);
  body.className = 'own-page';
  const settings = await loadSettings();
  applySettings(body, settings.current);
  const { signal } = new AbortController();
  settings.onChange(changed => applySettings(body, changed), signal);
  settings.onUnsaved(unsavedNotice(body), signal);
  return settings;
}

/** Adds style sheets to the page. */
export function adopt(...sheets: string[]): void {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets.map(rules => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    return sheet;
  })];
}

/** A section with its heading. */
export function section(title: MessageName, ...content: Child[]): HTMLElement {
  const heading = `heading-${title}`;
  return element('section', { 'aria-labelledby': heading }, element('h2', { id: heading }, text(title)), ...content);
}

/** A button. */
export function button(label: MessageName, press: () => void, style = 'plain-button'): HTMLButtonElement {
  const node = element('button', { type: 'button', class: style }, text(label));
  node.addEventListener('click', press);
  return node;
}
