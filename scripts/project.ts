import { resolve } from 'node:path';

/** The folder that everything of ours lies in. */
export const PROJECT = resolve(import.meta.dirname, '..');
