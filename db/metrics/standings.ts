/** Where the cases of a question stand, whichever way they go. */
import type { RawBuilder } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { caseStandings } from './case-standings.ts';
import { outStandings } from './completion-out.ts';
import type { CompletionQuestion } from './question.ts';
import { ruleOfRates } from './rate-rule.ts';

export type DirectedQuestion = CompletionQuestion & { readonly direction: 'in' | 'out' };

/** `with` entries that end in `standings`, one row per case, each with case_id and transfer_id. */
export async function standingsOf(db: Db, question: DirectedQuestion): Promise<RawBuilder<unknown>> {
  if (question.direction === 'out') return outStandings(question);
  return caseStandings(question, (await ruleOfRates(db, question.to)).matureAfterWorkingDays);
}
