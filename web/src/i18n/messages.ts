import type { en } from './en/index.ts';

/** The shape that every language has to fill; English is written first. */
export type Messages = typeof en;
