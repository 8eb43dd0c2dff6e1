//! Entry of the script that a click puts into a page. It finds what is wanted of it in a list: two clicks may put it there
//! twice before it has run.

import { createSession, type Intent, type Session } from './session.ts';

declare global {
  /** The session of this document; a global of the extension's own world, which the page cannot see. */
  var lectern: Session | undefined;
  /** What is wanted of a session that is not there yet: `act.ts`. */
  var lecternIntents: Intent[] | undefined;
}

const intents = Object.hasOwn(globalThis, 'lecternIntents') ? globalThis.lecternIntents : undefined;
if (!Object.hasOwn(globalThis, 'lectern')) globalThis.lectern = createSession();
for (const intent of intents?.splice(0) ?? []) globalThis.lectern?.act(intent);
