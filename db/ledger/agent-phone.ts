import { sql } from 'kysely';

/**
 * Of who acts for the person in this case, or of the employer; of a case that said nothing of its own, what the person's row has.
 * Asks for the tables `a` (applications, joined from the left) and `p` (persons).
 */
export const AGENT_PHONE = sql<Buffer | null>`case when a.case_id is null then p.employer_phone_sealed
  else coalesce(a.agent_phone_sealed, a.employer_phone_sealed) end`;
