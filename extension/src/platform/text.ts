//! Text of the interface, in the browser's language where there are messages for it, else in English.

import { api } from './browser.ts';
import type english from '../../_locales/en/messages.json';

type MessageKey = keyof typeof english;

/** A message with a form for each plural category of its language: `nWords_one`, `nWords_other`. */
export type PluralName = MessageKey extends infer Key ? Key extends `${infer Name}_other` ? Name : never : never;

/** Every message that `_locales/en/messages.json` has; any other name does not compile. */
export type MessageName = Exclude<MessageKey, `${PluralName}_${Intl.LDMLPluralRule}`>;

/** Languages of the interface that are written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'fa', 'he'];

/** The message of this name, its `$1`, `$2`… filled in. */
export function text(name: MessageName, ...substitutions: string[]): string {
  return api.i18n.getMessage(name, substitutions);
}

/** So many of something, in the form and with the digits of the interface's language. */
export function counted(name: PluralName, count: number): string {
  const lang = interfaceLanguage();
  const category = new Intl.PluralRules(lang).select(count);
  return api.i18n.getMessage(`${name}_${category}`, [new Intl.NumberFormat(lang).format(count)]);
}

/**
 * Language of the interface (BCP 47): the one that its messages are in, with the browser's region where that fits.
 * The browser's own language will not do: where there are no messages for it, they are English.
 */
export function interfaceLanguage(): string {
  const messages = text('locale');
  const browser = api.i18n.getUILanguage();
  return browser.startsWith(`${messages}-`) ? browser : messages;
}

/** Base direction of the interface's language. */
export function interfaceDirection(): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(text('locale')) ? 'rtl' : 'ltr';
}
