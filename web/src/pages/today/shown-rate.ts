import type { Schemas } from '../../api/types.ts';

/** While no case is mature the large number says nothing: a cohort of yesterday has not failed. */
export const shownRate = (
  { shown, mature }: Pick<Schemas['CompletionIn'], 'shown' | 'mature'>,
  attempt: '1' | '2' | '3',
) => (mature.denominators[attempt] === 0 ? null : shown[attempt]);
