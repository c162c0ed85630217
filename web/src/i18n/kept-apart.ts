import i18next from 'i18next';

const [ISOLATE, END] = ['\u2068', '\u2069'];

/** Within writing from right to left a day or a number would be torn apart by its own strokes; elsewhere it stays as it is. */
export const keptApart = (value: string): string =>
  i18next.dir(i18next.language) === 'rtl' ? ISOLATE + value + END : value;
