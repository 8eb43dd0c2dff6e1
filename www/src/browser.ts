//! Stands in for `extension/src/platform/browser.ts`: the reader's words, in English, without an extension around them.

import messages from '../../extension/_locales/en/messages.json';

interface Message {
  message: string;
}

function getMessage(name: string, substitutions: string[] = []): string {
  const { message } = (messages as Record<string, Message>)[name] ?? { message: name };
  return message.replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '');
}

export const api = { i18n: { getMessage, getUILanguage: () => 'en' } };

/** Nothing here is ever updated while it runs. */
export function isOutlived(): boolean {
  return false;
}
