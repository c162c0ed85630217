/** One account is one text, however it is grouped. */
export const accountKey = (written: string): string =>
  written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase().slice(0, 40);
