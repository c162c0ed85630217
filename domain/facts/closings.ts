/** How a transfer ends. `completed` is the booking, or the end of the relation here; the others close it without a transfer of money. */
export const CLOSINGS = ['completed', 'refused', 'withdrawn', 'closedWithoutTransfer', 'letterSentBack'] as const;
export type Closing = (typeof CLOSINGS)[number];

/** Endings that any step can have: a fact brings them, whatever the procedure waits for. */
export const ENDINGS = ['withdrawn', 'closedWithoutTransfer'] as const satisfies readonly Closing[];

/** The person must be told of these; of the booking a notice tells, who withdrew knows, and a letter that went back is told by the office that wrote it. */
export const CLOSINGS_TO_TELL: readonly Closing[] = ['refused', 'closedWithoutTransfer'];
