//! Messages between the content script and the background: one union, checked where they arrive.

import type { Outcome, ReadOptions } from '../engine/engine.ts';
import type { Capture } from '../engine/capture.ts';
import { api } from './browser.ts';

/** Everything that may be sent to the background. */
export type Message = { kind: 'read'; capture: Capture; options: ReadOptions };

/** What the background answers, by kind of message. */
export interface Replies {
  read: Outcome;
}

type Reply = Replies[Message['kind']];

/** Sends a message to the background and waits for its reply. */
export function send<Kind extends Message['kind']>(message: Extract<Message, { kind: Kind }>): Promise<Replies[Kind]> {
  return api.runtime.sendMessage(message);
}

/** Answers messages of this extension's own content scripts; anything else is left unanswered. */
export function answer(reply: (message: Message) => Promise<Reply>): void {
  api.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (sender.id !== api.runtime.id || !isMessage(message)) return false;
    // A rejection closes the channel without a reply, which rejects the sender's promise.
    void reply(message).then(respond, () => respond(undefined));
    return true;
  });
}

/** A page cannot send here, but an outdated content script of ours can: the shape is checked, not assumed. */
function isMessage(value: unknown): value is Message {
  if (!isRecord(value)) return false;
  const { kind, capture, options } = value;
  return kind === 'read' && isRecord(options) && isRecord(capture)
    && typeof capture['html'] === 'string' && typeof capture['url'] === 'string' && isRecord(capture['facts']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
