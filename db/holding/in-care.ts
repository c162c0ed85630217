import { sql, type RawBuilder } from 'kysely';
import { IN_FORCE } from '../office/in-force.ts';

/** Part of a statement over the transfers `t`: in the care of their steward, or of who is in his place today. */
export const inCareOf = (staffId: string): RawBuilder<boolean> => sql<boolean>`(t.steward_id = ${staffId}
  or exists (select from absences a where a.staff_id = t.steward_id and a.deputy_id = ${staffId} and ${IN_FORCE}))`;
