//! The page of options: every setting, what is stored, and what the extension can see.

import { interfaceLanguage, text } from '../platform/text.ts';
import { tick } from '../reader/chrome/controls.ts';
import { typographyControls } from '../reader/chrome/typography-controls.ts';
import { element } from '../reader/dom.ts';
import { loadFonts } from '../reader/features/fonts.ts';
import article from '../reader/styles/article.css';
import languages from '../reader/styles/languages.css';
import { LOOKS } from '../settings/settings.ts';
import { aids } from './options/aids.ts';
import { automatic } from './options/automatic.ts';
import { keyboard } from './options/keyboard.ts';
import { privacy } from './options/privacy.ts';
import { sites } from './options/sites.ts';
import { stored } from './options/stored.ts';
import { transfer } from './options/transfer.ts';
import { adopt, button, openPage, section } from './page.ts';

const settings = await openPage('options');
adopt(article, languages);
loadFonts(settings, new AbortController().signal);

const controls = element('div', { class: 'controls' });
const fill = () => controls.replaceChildren(typographyControls(settings), button('reset', () => {
  settings.change(LOOKS);
  fill();
  controls.querySelector('input')?.focus();
}));
fill();

const preview = element('div', { class: 'article preview', lang: interfaceLanguage() },
  element('div', { class: 'body' }, element('p', {}, text('previewText'))));

const storedData = stored();
const changed = () => {
  void storedData.refresh();
  window.dispatchEvent(new Event('focus'));
};
document.body.append(element('main', {},
  element('h1', {}, text('options')),
  section('typography', element('div', { class: 'side-by-side' }, controls, preview)),
  section('optionsAids', aids(settings)),
  section('optionsBehavior', element('div', { class: 'stack' },
    tick(settings, 'keepPlaces', 'keepPlaces'), tick(settings, 'backExits', 'backExits'), automatic(changed))),
  section('shortcuts', keyboard()),
  section('sites', sites(changed)),
  section('stored', storedData.element, transfer(changed)),
  section('privacy', privacy())));
