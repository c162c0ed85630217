/** Request for correction (更正请求): what is wrong with the other office's form, line by line. */
import type { CorrectionRequestData } from '../../../documents/kinds/correction-request.ts';
import { Refusal, refuseDefects } from '../../../domain/errors.ts';
import { isOpenDefect, type KeptFinding } from '../../../domain/forms/info-form-findings.ts';
import { listInfoForms } from '../../forms/list.ts';
import { areaCodeOf } from '../../office/office.ts';
import { readEvent } from '../../reading/history.ts';
import type { DocumentReader, Reading } from '../reading.ts';
import { addresseeDefects } from './addressee.ts';
import { readCaseFacts } from './case-facts.ts';
import { letterOf } from './letter-facts.ts';

/** @throws Refusal not-found; not-due (no form was sent back); invalid (no address) */
export const readCorrectionRequest: DocumentReader<CorrectionRequestData> = async (reading) => {
  const { tx, keyring, officeId } = reading;
  const facts = await readCaseFacts(reading);
  const { letter } = await letterOf(tx, facts, 'correction');
  const form = (await listInfoForms(tx, keyring, facts.transferId)).findLast(({ state }) => state === 'sentBack');
  if (!form) throw new Refusal('not-due', 'No form of this transfer was sent back.');
  refuseDefects(addresseeDefects(facts.counterpart));
  return {
    number: letter.letterNo,
    data: {
      letterNo: letter.letterNo,
      typeName: facts.typeName,
      person: facts.person,
      counterpart: facts.counterpart,
      areaCode: await areaCodeOf(tx, officeId),
      contact: facts.sender ?? facts.steward,
      form: { formNo: form.formNo, receivedOn: form.receivedOn, totalFen: form.totalFen },
      why: await whyOf(reading, facts.transferId),
      findings: form.flags.filter(isForThem),
    },
  };
};

/** What cannot be, and what a person has to look at: what we only did not check is our own business. */
const isForThem = (finding: KeptFinding): boolean => isOpenDefect(finding) || finding.severity === 'flag';

/** The last reason for which a form went back, and what the clerk added. */
async function whyOf({ tx, keyring }: Reading, transferId: string) {
  const row = await tx
    .selectFrom('events as e')
    .leftJoin('reason_codes as reason', 'reason.code', 'e.reason_code')
    .select(['e.seq', 'reason.zh', 'reason.ground'])
    .where('e.transfer_id', '=', transferId)
    .where('e.kind', '=', 'sentBackToCounterpart')
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { payload } = await readEvent(tx, keyring, transferId, row.seq);
  const note = typeof payload.note === 'string' ? payload.note : '';
  return { words: row.zh ?? '', ground: row.ground ?? '', note };
}
