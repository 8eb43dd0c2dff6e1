//! Answers the conversations of this extension's own content scripts and pages.

import { api } from '../platform/browser.ts';
import type { Reply, Request } from '../platform/messages.ts';
import { isOwn, isRequest, mayAsk } from './requests.ts';

/**
 * `begin` makes what answers one conversation, with the script of a tab or with a page of ours. A request that is none, that its
 * sender may not make, or whose answer fails, ends it.
 */
export function listen(begin: (tabId: number | undefined) => (request: Request) => Promise<Reply>): void {
  api.runtime.onConnect.addListener(port => {
    const { sender } = port;
    if (sender === undefined || !isOwn(sender)) return port.disconnect();
    const reply = begin(sender.tab?.id);
    port.onMessage.addListener((request: unknown) => {
      if (!isRequest(request) || !mayAsk(request, sender)) return port.disconnect();
      reply(request).then(answer => port.postMessage(answer)).catch(() => port.disconnect());
    });
  });
}
