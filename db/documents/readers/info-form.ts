/** Info form (信息表) as it was recorded: the valid one, or one that is named. */
import { Refusal } from '../../../domain/errors.ts';
import type { Tx } from '../../connection/connection.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { listInfoForms } from '../../forms/list.ts';
import { readCaseFacts, type OfTransfer } from './case-facts.ts';

/** @throws Refusal not-found */
export async function readInfoForm(
  tx: Tx,
  keyring: Keyring,
  asked: OfTransfer & { readonly infoFormId?: string | undefined },
) {
  const facts = await readCaseFacts(tx, keyring, asked);
  const forms = await listInfoForms(tx, keyring, facts.transferId);
  const form =
    asked.infoFormId === undefined
      ? (forms.find(({ state }) => state === 'received') ?? forms.at(-1))
      : forms.find(({ id }) => id === asked.infoFormId);
  if (!form) throw new Refusal('not-found', 'This transfer has no such info form.');
  return {
    day: facts.today,
    caseNo: facts.caseNo,
    direction: facts.direction,
    person: facts.person,
    employer: facts.employer,
    counterpart: facts.counterpart,
    areaNames: await areaNamesOf(
      tx,
      form.years.map(({ areaCode }) => areaCode),
    ),
    form,
  };
}
export type InfoFormFacts = Awaited<ReturnType<typeof readInfoForm>>;

/** Of the rows' areas, as the directory has them; others stay codes. */
async function areaNamesOf(tx: Tx, codes: readonly string[]): Promise<Readonly<Record<string, string>>> {
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
