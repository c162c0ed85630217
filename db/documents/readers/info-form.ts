/** Info form (信息表) as it was recorded, the other office's or our own: the valid one, or one that is named. */
import type { InfoFormData } from '../../../documents/kinds/info-form.ts';
import { Refusal } from '../../../domain/errors.ts';
import type { Db } from '../../connection/connection.ts';
import { findAccount } from '../../contributions/accounts.ts';
import { ownerOfTransfer } from '../../contributions/of-transfer.ts';
import { listInfoForms } from '../../forms/list.ts';
import { numberOfTransfer } from '../numbers.ts';
import type { DocumentReader, Reading } from '../reading.ts';
import { readCaseFacts } from './case-facts.ts';

/** The subject is the form; without one it is the one that holds, else the last. @throws Refusal not-found; not-due (there is none) */
export const readInfoForm: DocumentReader<InfoFormData> = async (reading) => {
  const facts = await readCaseFacts(reading);
  const form = await formOf(reading, facts.transferId);
  const isOurs = facts.direction === 'out';
  const codes = form.years.map(({ areaCode }) => areaCode);
  return {
    number: await numberOfTransfer(reading.tx, { transferId: facts.transferId, kind: 'infoForm', letters: 'XX' }),
    data: {
      direction: facts.direction,
      caseNo: facts.caseNo,
      person: facts.person,
      employer: facts.employer,
      from: isOurs ? await ourOffice(reading) : facts.counterpart,
      to: isOurs ? facts.counterpart : null,
      history: isOurs ? await historyOf(reading, facts.transferId) : null,
      areaNames: await areaNamesOf(reading.tx, codes),
      form,
    },
  };
};

async function formOf({ tx, keyring, subjectId }: Reading, transferId: string) {
  const forms = await listInfoForms(tx, keyring, transferId);
  if (subjectId === null) {
    const form = forms.find(({ state }) => state === 'received' || state === 'issued') ?? forms.at(-1);
    if (!form) throw new Refusal('not-due', 'No info form of this transfer has come, or was made out with its rows.');
    return form;
  }
  const form = forms.find(({ id }) => id === subjectId);
  if (!form) throw new Refusal('not-found', 'This transfer has no such info form.');
  return form;
}

async function historyOf({ tx, keyring, officeId }: Reading, transferId: string): Promise<InfoFormData['history']> {
  const owner = await ownerOfTransfer(tx, keyring, officeId, transferId);
  const account = owner && (await findAccount(tx, keyring, officeId, owner.idNumber));
  if (!account) return null;
  const { workSince, firstPaid, accountSince } = account;
  return { workSince, firstPaid, accountSince };
}

const ourOffice = ({ tx, officeId }: Reading) =>
  tx
    .selectFrom('offices')
    .select(['area_code as areaCode', 'name'])
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();

/** Of the rows' areas, as the directory has them; others stay codes. */
export async function areaNamesOf(tx: Db, codes: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const asked = [...new Set(codes.filter((code) => code !== ''))];
  if (asked.length === 0) return {};
  const rows = await tx
    .selectFrom('counterparts')
    .select(['area_code', 'name'])
    .distinctOn('area_code')
    .where('area_code', 'in', asked)
    .orderBy('area_code')
    .orderBy('valid_from', 'desc')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.area_code, row.name]));
}
