import type { Schemas } from '../../../api/types.ts';

/** What may be asked for after the closing of a transfer. */
export type Act = Schemas['Linked']['may'][number];
