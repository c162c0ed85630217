/** What a clock can belong to; each kind of an office is attended by one workflow. */
export const CLOCK_KINDS = ['promise'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const isClockKind = (text: unknown): text is ClockKind => (CLOCK_KINDS as readonly unknown[]).includes(text);
