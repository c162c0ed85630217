/** Whether a fact fits: the office's own facts are refused at once, by name; facts from outside never are. */
import { factRule } from '../../domain/facts/facts.ts';
import { Refusal } from '../../domain/errors.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { allowedDuring, closedBy, stepRule } from '../../domain/procedures/rules.ts';
import { mayAct } from '../../domain/staff/permissions.ts';
import { completersAmong } from '../holding/separation.ts';
import { rolesOf } from '../office/staff.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { openAmong, type StepRow } from '../procedure/step-rows.ts';
import type { NewFact } from './fact.ts';

const ALWAYS: ReadonlySet<NewFactDetail['kind']> = new Set(['personTold', 'untransferableTold', 'corrected']);

/** What can be said of a transfer whatever it goes through. */
const isOfNoProcedure = (kind: NewFactDetail['kind']): boolean => ALWAYS.has(kind) || kind === 'counterpartContacted';

/** @throws Refusal */
export async function refuseUnfit(ledger: TransferLedger, fact: NewFact, steps: readonly StepRow[]): Promise<void> {
  const open = openAmong(steps);
  const { kind } = fact.detail;
  if (!ledger.transfer.followed && !isOfNoProcedure(kind)) {
    throw new Refusal(
      'not-followed',
      'This transfer came with an old ledger and is followed there: what happens to it comes with the next file.',
    );
  }
  if (factRule(kind).source === 'outside' || ALWAYS.has(kind)) return;
  if (ledger.transfer.closed_at) throw new Refusal('transfer-closed', 'This transfer is closed.');
  if (!open) {
    if (factRule(kind).ends || kind === 'counterpartContacted') return;
    throw new Refusal('step-not-open', 'No step of this transfer is open.');
  }
  const isAnyTime = factRule(kind).anyTime === true;
  if (!isAnyTime && !allowedDuring(ledger.procedure, kind, open.step)) {
    throw new Refusal('step-not-open', `“${kind}” does not belong to the open step “${open.step}”.`, {
      extra: { openStep: open.step, ordinal: open.ordinal },
    });
  }
  if (kind === 'decided') await refuseWithoutRole(ledger, fact, open);
  refuseSamePerson(ledger, fact, steps, open);
}

/** Of a fact that every step may use, the step says who may record it. */
async function refuseWithoutRole({ tx, procedure }: TransferLedger, { by }: NewFact, open: StepRow): Promise<void> {
  if (by.source !== 'staff') return;
  const { role } = stepRule(procedure, open.step);
  if (!by.staffId || !mayAct(await rolesOf(tx, by.staffId), role)) {
    throw new Refusal('forbidden', `This step needs the role ${role}.`);
  }
}

function refuseSamePerson(ledger: TransferLedger, fact: NewFact, steps: readonly StepRow[], open: StepRow): void {
  if (!fact.by.staffId || fact.by.source !== 'staff') return;
  const procedure = ledger.knownProcedure;
  const apartFrom = procedure?.steps[open.step]?.apartFrom;
  if (!procedure || !apartFrom || closedBy(procedure, fact.detail.kind, open.step).length === 0) return;
  if (completersAmong(steps, apartFrom).includes(fact.by.staffId)) {
    throw new Refusal('separation-of-duties', 'Who did the step before may not complete this one.');
  }
}
