/** Request for correction (更正请求): what is wrong with the other office's form, line by line. */
import { Refusal, refuseDefects } from '../../../domain/errors.ts';
import { isOpenDefect, type KeptFinding } from '../../../domain/forms/info-form-findings.ts';
import type { Tx } from '../../connection/connection.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { listInfoForms } from '../../forms/list.ts';
import { readEvent } from '../../reading/history.ts';
import { addresseeDefects } from './addressee.ts';
import { readCaseFacts, type OfTransfer } from './case-facts.ts';
import { letterOf } from './letter-facts.ts';
import { areaCodeOf } from '../../office/office.ts';

/** @throws Refusal not-found, step-not-open (no form was sent back), invalid (no address) */
export async function readCorrectionRequest(tx: Tx, keyring: Keyring, asked: OfTransfer) {
  const facts = await readCaseFacts(tx, keyring, asked);
  const { letter } = await letterOf(tx, facts, 'correction');
  const form = (await listInfoForms(tx, keyring, facts.transferId)).findLast(({ state }) => state === 'sentBack');
  if (!form) throw new Refusal('step-not-open', 'No form of this transfer was sent back.');
  refuseDefects(addresseeDefects(facts.counterpart));
  return {
    areaCode: await areaCodeOf(tx, asked.officeId),
    letterNo: letter.letterNo,
    day: letter.postedOn ?? facts.today,
    caseNo: facts.caseNo,
    typeName: facts.typeName,
    person: facts.person,
    counterpart: facts.counterpart,
    contact: facts.sender ?? facts.steward,
    form: { formNo: form.formNo, receivedOn: form.receivedOn, totalFen: form.totalFen },
    why: await whyOf(tx, keyring, facts.transferId),
    findings: form.flags.filter(isForThem),
  };
}
export type CorrectionRequestFacts = Awaited<ReturnType<typeof readCorrectionRequest>>;

/** What cannot be, and what a person has to look at: what we only did not check is our own business. */
const isForThem = (finding: KeptFinding): boolean => isOpenDefect(finding) || finding.severity === 'flag';

/** The last reason for which a form went back, and what the clerk added. */
async function whyOf(tx: Tx, keyring: Keyring, transferId: string) {
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
