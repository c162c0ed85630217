/** What the case of a transfer said when it was accepted; null where nobody was asked, and of a case of an old ledger. */
import type { Selectable } from 'kysely';
import { maskPhone } from '../../domain/persons/phone.ts';
import { maskResidentId } from '../../domain/persons/resident-id.ts';
import type { Proof } from '../../domain/persons/application.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { Database } from '../connection/connection.ts';

/** Of the table `a`, joined from the left. */
export const APPLICATION_COLUMNS = [
  'a.case_id as application_case',
  'a.name_sealed as said_name',
  'a.id_number_sealed as said_id',
  'a.old_id_number_sealed as said_old_id',
  'a.phone_sealed as said_phone',
  'a.employer_sealed as said_employer',
  'a.employer_phone_sealed as said_employer_phone',
  'a.agent_sealed as said_agent',
  'a.agent_phone_sealed as said_agent_phone',
  'a.agent_relation_sealed as said_relation',
  'a.passport_of',
  'a.local_hukou',
  'a.approved_move',
  'a.first_insured_here_on',
  'a.insured_here',
  'a.draws_pension',
  'a.benefit_place_here',
  'a.migrant_worker',
  'a.proofs',
] as const;

type Sealed =
  | 'said_name'
  | 'said_id'
  | 'said_old_id'
  | 'said_phone'
  | 'said_employer'
  | 'said_employer_phone'
  | 'said_agent'
  | 'said_agent_phone'
  | 'said_relation';
type Answered =
  | 'passport_of'
  | 'local_hukou'
  | 'approved_move'
  | 'first_insured_here_on'
  | 'insured_here'
  | 'draws_pension'
  | 'benefit_place_here'
  | 'migrant_worker'
  | 'proofs';
type Row = Readonly<Record<Sealed, Buffer | null>> & {
  readonly [Column in Answered]: Selectable<Database['applications']>[Column] | null;
} & { readonly application_case: string | null };

export function applicationOf(row: Row, keyring: Keyring) {
  if (row.application_case === null) return null;
  const masked = (sealed: Buffer | null, mask: (text: string) => string): string | null => {
    const text = keyring.openText(sealed);
    return text === null ? null : mask(text);
  };
  const agent = keyring.openText(row.said_agent);
  return {
    said: {
      name: keyring.openText(row.said_name) ?? '',
      idNumberMasked: masked(row.said_id, maskResidentId),
      mobileMasked: masked(row.said_phone, maskPhone),
    },
    oldIdNumberMasked: masked(row.said_old_id, maskResidentId),
    passportOf: row.passport_of,
    employerTelephoneMasked: masked(row.said_employer_phone, maskPhone),
    agent:
      agent === null
        ? null
        : {
            name: agent,
            relation: keyring.openText(row.said_relation),
            telephoneMasked: masked(row.said_agent_phone, maskPhone),
          },
    localHukou: row.local_hukou,
    approvedMove: row.approved_move,
    firstInsuredHereOn: row.first_insured_here_on,
    insuredHere: row.insured_here,
    drawsPension: row.draws_pension,
    benefitPlaceHere: row.benefit_place_here,
    migrantWorker: row.migrant_worker,
    proofs: (row.proofs ?? []) as Proof[],
  };
}
