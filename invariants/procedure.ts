/** The procedure of a transfer-in, written down a second time: which step may follow which outcome. */

/** Step, outcome, the step that opens next, and whether that begins a new attempt. */
export const TRANSITIONS: readonly (readonly [string, string, string, 0 | 1])[] = [
  ['review', 'eligible', 'liaisonLetter', 0],
  ['liaisonLetter', 'sent', 'delivery', 0],
  ['delivery', 'delivered', 'formAndFunds', 0],
  ['delivery', 'returned', 'liaisonLetter', 1],
  ['delivery', 'lost', 'liaisonLetter', 1],
  ['formAndFunds', 'agreed', 'entry', 0],
  ['formAndFunds', 'differs', 'match', 0],
  ['formAndFunds', 'returned', 'liaisonLetter', 1],
  ['match', 'agreed', 'entry', 0],
  ['match', 'returned', 'liaisonLetter', 1],
  ['entry', 'entered', 'secondReview', 0],
  ['entry', 'returned', 'liaisonLetter', 1],
  ['secondReview', 'approved', 'booking', 0],
  ['secondReview', 'sentBack', 'entry', 0],
];

/** Outcomes after which no step opens, and how the transfer is closed then; any step may end by the last two. */
export const ENDINGS: readonly (readonly [step: string | null, outcome: string, closing: string])[] = [
  ['booking', 'booked', 'completed'],
  ['review', 'refused', 'refused'],
  [null, 'withdrawn', 'withdrawn'],
  [null, 'closedWithoutTransfer', 'closedWithoutTransfer'],
];

const quoted = (value: string | null): string => (value === null ? 'null' : `'${value}'`);

export const transitionsSql = TRANSITIONS.map(
  ([step, outcome, next, attempts]) => `(${quoted(step)}, ${quoted(outcome)}, ${quoted(next)}, ${String(attempts)})`,
).join(', ');

export const endingsSql = ENDINGS.map(
  ([step, outcome, closing]) => `(${quoted(step)}, ${quoted(outcome)}, ${quoted(closing)})`,
).join(', ');
