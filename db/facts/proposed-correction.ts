/** How the fact stands that somebody wants to correct, and who must keep out of it; `corrections.ts` does it. */
import { Refusal } from '../../domain/errors.ts';
import type { DetailOf } from '../../domain/facts/new-fact.ts';
import type { Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { completersApartFrom } from '../holding/separation.ts';
import { procedureKey } from '../ledger/procedure-key.ts';
import { requireFact } from './corrections.ts';

export type Correction = Omit<DetailOf<'corrected'>, 'kind'> & { readonly transferId: string };

interface About {
  readonly officeId: string;
  readonly transferId: string;
  readonly correctsSeq: number;
  readonly proposedBy: string;
}

/** Locks nothing. @throws Refusal not-found, invalid, separation-of-duties */
export async function lookAtCorrection(tx: Tx, { officeId, transferId, correctsSeq, proposedBy }: About) {
  const transfer = await readStanding(tx, officeId, transferId);
  const fact = await requireFact(tx, transferId, correctsSeq);
  const procedure = proceduresOf(tx).find(procedureKey(transfer));
  const { step, closes } = fact;
  const barred = closes && step !== null ? await completersApartFrom(tx, { transferId, step, procedure }) : [];
  if (barred.includes(proposedBy)) {
    throw new Refusal('separation-of-duties', 'Who did a step that must be apart from this may not correct it.');
  }
  return {
    fact,
    seen: {
      factKind: fact.kind,
      correctedBySeq: fact.corrected_by,
      // The case went on, or ended: who agrees must know that.
      openStep: transfer.ordinal,
      closed: transfer.closed_at !== null,
    },
    barred,
  };
}

async function readStanding(tx: Tx, officeId: string, transferId: string) {
  const row = await tx
    .selectFrom('transfers')
    .select(['direction', 'procedure_type', 'procedure_version', 'closed_at'])
    .select((eb) =>
      eb
        .selectFrom('steps')
        .select((one) => one.fn.max('steps.ordinal').as('ordinal'))
        .whereRef('steps.transfer_id', '=', 'transfers.id')
        .as('ordinal'),
    )
    .where('id', '=', transferId)
    .where('office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  return row;
}
