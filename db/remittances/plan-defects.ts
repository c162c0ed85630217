/** What is wrong with a plan, all at once. */
import { sql } from 'kysely';
import type { Defect } from '../../domain/errors.ts';
import { accountKey } from '../../domain/money/account-number.ts';
import type { Tx } from '../connection/connection.ts';
import { listBankAccounts } from '../office/bank-accounts.ts';
import { rulesNow } from '../office/rules.ts';
import { amountsOf, type Plan } from './asked.ts';
import { leftAfterOthers } from './left-after-others.ts';
import type { LockedRemittance } from './lock.ts';

export async function planDefects(tx: Tx, plan: Plan, before: LockedRemittance | undefined): Promise<Defect[]> {
  const found = [
    sumDefect(plan, before),
    await moreThanDue(tx, plan, before),
    before ? [ofAnother(plan, before), await onItsWay(tx, before)].flat() : await moneyDefects(tx, plan),
    await counterpartDefect(tx, plan),
    await accountDefects(tx, plan),
  ];
  return found.flat().filter((defect) => defect !== undefined);
}

function sumDefect(plan: Plan, before: LockedRemittance | undefined): Defect | undefined {
  const { amountFen, accountFen, pooledFen, otherFen } = amountsOf(plan, before);
  if (accountFen + pooledFen + otherFen === amountFen) return undefined;
  return { field: 'amountFen', code: 'sumDiffers', message: 'The parts must sum to the whole amount.' };
}

/** By our last form, less what has left and what is on its way. Money that goes back is of no form. */
async function moreThanDue(tx: Tx, plan: Plan, before: LockedRemittance | undefined): Promise<Defect | undefined> {
  const transferId = before ? before.transfer_id : plan.transferId;
  if (transferId === undefined || transferId === null || (before?.credit_part_id ?? plan.creditPartId))
    return undefined;
  const left = await leftAfterOthers(tx, transferId, before?.id);
  if (left === undefined || plan.amountFen <= left) return undefined;
  return {
    field: 'amountFen',
    code: 'moreThanDue',
    message: 'That is more than what the form says and is not on its way yet.',
  };
}

/** Paid anew is the same money: its amount, its parts, its transfer. */
function ofAnother(plan: Plan, before: LockedRemittance): Defect[] {
  const amounts = amountsOf(plan, before);
  const message = 'What is paid anew is the same money: leave this out, or say the same.';
  const differs = (field: string, isSame: boolean): Defect[] =>
    isSame ? [] : [{ field, code: 'otherMoney', message }];
  return [
    differs('amountFen', amounts.amountFen === before.amount_fen),
    differs('accountFen', amounts.accountFen === before.account_fen),
    differs('pooledFen', amounts.pooledFen === before.pooled_fen),
    differs('transferId', plan.transferId === undefined || plan.transferId === before.transfer_id),
    differs('creditPartId', plan.creditPartId === undefined || plan.creditPartId === before.credit_part_id),
    differs('source', plan.source === undefined || plan.source === before.source),
    differs('fundsMonth', plan.fundsMonth === undefined || plan.fundsMonth === before.funds_month),
  ].flat();
}

const ON_ITS_WAY: Defect = {
  field: 'creditPartId',
  code: 'onItsWay',
  message: 'This part of a credit is on its way back already.',
};

/** What was withdrawn may have been planned afresh since. */
async function onItsWay(tx: Tx, { id, credit_part_id: partId }: LockedRemittance): Promise<Defect[]> {
  const { rows } = await sql`select from remittances r
    where r.credit_part_id = ${partId}::uuid and r.id <> ${id}::uuid and r.state <> 'withdrawn'
      and not exists (select from remittances next where next.replaces_id = r.id)`.execute(tx);
  return rows.length > 0 ? [ON_ITS_WAY] : [];
}

async function moneyDefects(tx: Tx, plan: Plan): Promise<Defect[]> {
  const { transferId, creditPartId, amountFen, source } = plan;
  const of = (field: string, code: string, message: string): Defect => ({ field, code, message });
  if (transferId === undefined && creditPartId === undefined)
    return [of('transferId', 'missing', 'Say of which transfer the money is, or which part of a credit goes back.')];
  const { noTransfer, state, fen, isOfAnother, isPlanned } = await standingOf(tx, plan);
  return [
    noTransfer ? of('transferId', 'unknown', 'There is no such transfer.') : [],
    creditPartId !== undefined && state !== 'returned'
      ? of('creditPartId', 'unknown', 'Only a part of a credit that two people have sent back is paid back.')
      : [],
    state === 'returned' && isPlanned ? ON_ITS_WAY : [],
    isOfAnother ? of('transferId', 'otherMoney', 'This part of a credit came for another transfer.') : [],
    state === 'returned' && fen !== amountFen ? of('amountFen', 'otherMoney', 'What goes back is the whole part.') : [],
    source === 'incomeAccount' && creditPartId === undefined
      ? of('source', 'missing', 'Out of the income account goes only what is sent back: name the part of the credit.')
      : [],
  ].flat();
}

interface Standing {
  noTransfer: boolean;
  /** Of the part. */
  state: string | null;
  fen: number | null;
  isOfAnother: boolean | null;
  isPlanned: boolean;
}

/** How the transfer and the part of a credit stand, of which the money is said to be. */
async function standingOf(tx: Tx, { officeId, ...said }: Plan): Promise<Standing> {
  const [transferId, creditPartId] = [said.transferId ?? null, said.creditPartId ?? null];
  const { rows } = await sql<Standing>`
    select ${transferId}::uuid is not null and not exists (select from transfers
        where id = ${transferId}::uuid and office_id = ${officeId}) as "noTransfer",
      part.state, part.amount_fen as fen, part.transfer_id <> ${transferId}::uuid as "isOfAnother",
      exists (select from remittances r where r.credit_part_id = part.id and r.state <> 'withdrawn') as "isPlanned"
    from (select) one left join credit_parts part on part.id = ${creditPartId}::uuid and part.office_id = ${officeId}`.execute(
    tx,
  );
  return rows[0]!;
}

async function counterpartDefect(tx: Tx, { counterpartAreaCode }: Plan): Promise<Defect | undefined> {
  if (counterpartAreaCode === undefined) return undefined;
  const { today } = await rulesNow(tx);
  const known = await tx
    .selectFrom('counterparts')
    .select('id')
    .where('area_code', '=', counterpartAreaCode)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', today)]))
    .executeTakeFirst();
  if (known) return undefined;
  return { field: 'counterpartAreaCode', code: 'unknown', message: 'The directory has no office of this area today.' };
}

async function accountDefects(tx: Tx, { officeId, payeeAccount, ourAccount }: Plan): Promise<Defect[]> {
  const ours = ourAccount === undefined ? [] : await listBankAccounts(tx, officeId);
  const isOurs = ours.length === 0 || ours.some(({ number }) => number === accountKey(ourAccount ?? ''));
  return [
    accountKey(payeeAccount) === ''
      ? { field: 'payeeAccount', code: 'form', message: 'A number of an account has letters or digits.' }
      : [],
    isOurs ? [] : { field: 'ourAccount', code: 'accountNotOurs', message: 'This is no account of the office.' },
  ].flat();
}
