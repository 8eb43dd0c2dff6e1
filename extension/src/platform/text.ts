//! Text of the interface, in the browser's language.

import { api } from './browser.ts';
import type english from '../../_locales/en/messages.json';

/** Every message that `_locales/en/messages.json` has; any other name does not compile. */
export type MessageName = keyof typeof english;

/** The message of this name, its `$1`, `$2`… filled in. */
export function text(name: MessageName, ...substitutions: string[]): string {
  return api.i18n.getMessage(name, substitutions);
}

/** Language of the interface (BCP 47). */
export function interfaceLanguage(): string {
  return api.i18n.getUILanguage();
}

/** Base direction of the interface's language. */
export function interfaceDirection(): 'ltr' | 'rtl' {
  return api.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
