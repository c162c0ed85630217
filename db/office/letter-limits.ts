/** How long a letter of another region may take us. */
import { sql } from 'kysely';

/**
 * A table: by rule version, procedure type and office the working days of an answer (`working_days`). A version that was made before
 * transfers-out had limits of their own knows them as the other office's.
 */
export const LETTER_LIMITS = sql`(select distinct on (limits.rule_version, limits.procedure_type, offices.id)
    limits.rule_version, limits.procedure_type, offices.id as office_id, limits.working_days
  from limits join offices on starts_with(offices.area_code, limits.region)
  where (limits.direction, limits.name) in (('out', 'own'), ('in', 'counterpart'))
  order by limits.rule_version, limits.procedure_type, offices.id, limits.direction desc, length(limits.region) desc)`;
