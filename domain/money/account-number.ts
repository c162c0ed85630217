/** One account is one text, however it is grouped. */
import { foldNumber } from '../folded-text.ts';

export const accountKey = (written: string): string => foldNumber(written).replaceAll('-', '').slice(0, 40);
