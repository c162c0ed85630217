/** What a case said of its person, and what was answered at the counter: sealed where it names somebody, and never changed. */
import { foldNumber, tidyText } from '../../domain/folded-text.ts';
import type { Application } from '../../domain/persons/application.ts';
import type { Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import { part } from '../connection/statement-parts.ts';
import type { Keyring } from '../connection/sealing.ts';
import { passportCountry, sealedNumber, sealedPhone, sealedText, type PersonData } from './person-rows.ts';

function applicationRow(keyring: Keyring, caseId: string, { person, employer, agent, ...answers }: Application) {
  return {
    case_id: caseId,
    name_sealed: keyring.seal(tidyText(person.name)),
    id_number_sealed: sealedNumber(keyring, person.idNumber),
    old_id_number_sealed: keyring.sealText(person.oldIdNumber && foldNumber(person.oldIdNumber)),
    passport_of: passportCountry(person) ?? null,
    phone_sealed: sealedPhone(keyring, person.mobile),
    address_sealed: sealedText(keyring, person.address),
    employer_sealed: sealedText(keyring, employer?.name),
    employer_phone_sealed: sealedPhone(keyring, employer?.telephone),
    agent_sealed: sealedText(keyring, agent?.name),
    agent_phone_sealed: sealedPhone(keyring, agent?.telephone),
    agent_relation_sealed: sealedText(keyring, agent?.relation),
    local_hukou: answers.localHukou ?? null,
    approved_move: answers.approvedMove ?? null,
    first_insured_here_on: answers.firstInsuredHereOn ?? null,
    insured_here: answers.insuredHere ?? null,
    draws_pension: answers.drawsPension ?? null,
    benefit_place_here: answers.benefitPlaceHere ?? null,
    migrant_worker: answers.migrantWorker ?? null,
    proofs: [...(answers.proofs ?? [])],
  };
}

const APPLICATION = part('application', (db, row: ReturnType<typeof applicationRow>) =>
  db.insertInto('applications').values(row),
);

/** Part of the statement that accepts it. */
export const applicationPart = (...said: Parameters<typeof applicationRow>) => APPLICATION(applicationRow(...said));

/** Of cases of a file, whose persons were here already. */
export async function insertSaid(
  tx: Tx,
  keyring: Keyring,
  said: readonly { readonly caseId: string; readonly person: PersonData }[],
): Promise<void> {
  await insertMany(
    tx,
    'applications',
    said.map(({ caseId, person }) => ({
      case_id: caseId,
      name_sealed: keyring.seal(tidyText(person.name)),
      id_number_sealed: sealedNumber(keyring, person.idNumber),
      phone_sealed: sealedPhone(keyring, person.mobile),
      employer_sealed: sealedText(keyring, person.employer),
      employer_phone_sealed: keyring.sealText(person.employerPhone),
    })),
  );
}
