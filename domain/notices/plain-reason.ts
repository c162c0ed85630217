/** A gateway's words about a failure stand in lists and alerts: short, and without the number they speak of. */
const LONGEST = 80;

/** Digits enough for a telephone are left out, in whatever country's form; a code like 0x0000000b stays. */
export const plainReason = (said: string, to = ''): string =>
  said
    .replaceAll(to || '\0', '…')
    .replaceAll(/(?<!0x\d*)\d[\d\s-]{5,}\d/g, '…')
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, LONGEST);
