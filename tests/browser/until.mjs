//! Waits on conditions, never on time.

/** How long a condition may take to come true, in milliseconds: for a busy machine, not for a slow reader. */
const PATIENCE = 20_000;

/** Asks until the answer is neither undefined, null nor false. `otherwise` are the words of the failure, or asked for them. */
export async function until(ask, otherwise) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(typeof otherwise === 'string' ? otherwise : await otherwise());
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
