//! Entry of the script that a click puts into a page. Running it again is another click.

import { createSession, type Session } from './session.ts';

declare global {
  /** The session of this document; a global of the extension's own world, which the page cannot see. */
  var lectern: Session | undefined;
}

globalThis.lectern ??= createSession();
globalThis.lectern.toggle();
