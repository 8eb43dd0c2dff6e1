//! What answers one content script: readings, where they are done here, and files of the extension.

import type { Reply, Request } from '../platform/messages.ts';
import { reading } from './engine.ts';
import { fontFiles } from './fonts.ts';

/** Begins a conversation. */
export function conversation(): (request: Request) => Promise<Reply> {
  const read = ENGINE_PLACE === 'background' ? reading() : undefined;
  return async request => {
    switch (request.kind) {
      case 'page':
      case 'facts':
        if (read === undefined) throw new Error('this browser reads in the page');
        return read(request);
      case 'font':
        return { kind: 'font', files: await fontFiles(request.font) };
    }
  };
}
