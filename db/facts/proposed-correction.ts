/** How the fact stands that somebody wants to correct, and who must keep out of it; `corrected.ts` does it. */
import type { ApprovalChange } from '../../domain/approvals.ts';
import { Refusal } from '../../domain/errors.ts';
import { tidyText } from '../../domain/folded-text.ts';
import { formChanges } from '../../domain/forms/form-changes.ts';
import type { DetailOf } from '../../domain/facts/new-fact.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { completersApartFrom } from '../holding/separation.ts';
import { readName } from '../persons/persons.ts';
import { requireFact, type CorrectedFact } from './corrected-fact.ts';
import { correctedFigures, standingFormOf } from './corrected-form.ts';
import { standingOf } from './standing.ts';

export type Correction = Omit<DetailOf<'corrected'>, 'kind'> & { readonly transferId: string };

/** Locks nothing. @throws Refusal not-found, invalid, separation-of-duties */
export async function lookAtCorrection(
  tx: Tx,
  keyring: Keyring,
  { officeId, proposedBy }: { readonly officeId: string; readonly proposedBy: string },
  correction: Correction,
) {
  const { transferId, correctsSeq } = correction;
  const { ordinal, closed, person_id: personId, procedure } = await standingOf(tx, officeId, transferId);
  const fact = await requireFact(tx, transferId, correctsSeq);
  const { step, closes } = fact;
  const barred = closes && step !== null ? await completersApartFrom(tx, { transferId, step, procedure }) : [];
  if (barred.includes(proposedBy)) {
    throw new Refusal('separation-of-duties', 'Who did a step that must be apart from this may not correct it.');
  }
  const form = correction.correctedForm && (await standingFormOf(tx, keyring, { transferId, fact }));
  return {
    seen: {
      factKind: fact.kind,
      correctedBySeq: fact.corrected_by,
      // The case went on, or ended: who agrees must know that.
      openStep: ordinal,
      closed,
      // Only where it is meant: the release before knows neither, and must not do half of it.
      ...(correction.correctedForm && { infoFormId: form?.id ?? null }),
      ...(correction.correctedName !== undefined && { named: true }),
    },
    changes: [
      { field: 'factKind', was: null, becomes: fact.kind },
      instantChange(fact, correction),
      form && correction.correctedForm ? formChanges(form, correctedFigures(form, correction.correctedForm)) : [],
      await nameChange(tx, keyring, personId, correction),
    ].flat(),
    barred,
  };
}

const instantChange = (fact: CorrectedFact, { correctedOccurredAt: becomes }: Correction): ApprovalChange[] =>
  becomes === undefined ? [] : [{ field: 'occurredAt', was: fact.occurred_at.toISOString(), becomes }];

async function nameChange(
  tx: Tx,
  keyring: Keyring,
  personId: string,
  { correctedName }: Correction,
): Promise<ApprovalChange[]> {
  if (correctedName === undefined) return [];
  return [{ field: 'personName', was: await readName(tx, keyring, personId), becomes: tidyText(correctedName) }];
}
