/** How a transfer ends. `completed` is the booking; the others close it without a transfer of money. */
export const CLOSINGS = ['completed', 'refused', 'withdrawn', 'closedWithoutTransfer'] as const;
export type Closing = (typeof CLOSINGS)[number];

/** Endings that any step can have: a fact brings them, whatever the procedure waits for. */
export const ENDINGS = ['withdrawn', 'closedWithoutTransfer'] as const satisfies readonly Closing[];

/** The person must be told of these; of the booking a notice tells, and who withdrew knows. */
export const CLOSINGS_TO_TELL: readonly Closing[] = ['refused', 'closedWithoutTransfer'];
