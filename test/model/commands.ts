/** What can happen to a transfer, in any order: each is done to the ledger and told to the reference, and both answer the same. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { confirmApproval } from '../../db/approvals/confirm.ts';
import { propose } from '../../db/approvals/propose.ts';
import { refuseApproval } from '../../db/approvals/refuse.ts';
import { endAbsence, insertAbsence } from '../../db/office/absences.ts';
import { receiveCredit } from '../../db/credits/receive.ts';
import { receiveScans } from '../../db/courier/scans.ts';
import { decideMatch } from '../../db/credits/decide.ts';
import { reviewHeldWork } from '../../db/holding/review.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import type { TestOffice } from '../builders/office.ts';
import { testKeyring } from '../builders/office.ts';
import { aForm } from '../builders/walk.ts';
import { ledgerOf, partIdsOf, type RealTransfer, refusalOf } from './real-transfer.ts';
import type { Reference } from './reference.ts';
import type { ReferenceLetters } from './reference-letters.ts';

type Who = keyof TestOffice['staff'];

export interface Model {
  readonly transfer: Reference;
  readonly letters: ReferenceLetters;
  /** Credits received so far. */
  credits: number;
}
type Command = fc.AsyncCommand<Model, RealTransfer>;

/** Does it, asks both, compares; the text is what a failure prints. */
function command(text: string, run: (model: Model, real: RealTransfer) => Promise<void>): Command {
  return {
    check: () => true,
    toString: () => text,
    async run(model, real) {
      await run(model, real);
      expect(await ledgerOf(real)).toEqual(expectedOf(model));
    },
  };
}

function expectedOf({ transfer, letters }: Model) {
  const { closing, facts, attempts, held, steps, formFen } = transfer;
  return {
    closing: closing ?? null,
    facts,
    steps: steps.map(({ name, attempt, outcome }) => `${name} ${String(attempt)} ${outcome ?? '…'}`),
    attempts: attempts.map(({ attempt, ending }) => `${String(attempt)} ${ending ?? '…'}`),
    held: transfer.open !== undefined && held,
    formFen: formFen ?? null,
    money: transfer.parts.map(({ fen, state, reason }) => `${state} ${reason} ${String(fen)}`).sort(),
    letters: letters.envelopes.map(({ attempt, state, failure }) => `${String(attempt)} ${state} ${failure ?? '–'}`),
  };
}

interface Saying {
  readonly outcome?: string;
  readonly ends?: string;
  /** What only this kind is refused for. */
  readonly also?: (model: Model) => string | undefined;
  /** With the attempt in which it was said. */
  readonly then?: (model: Model, attempt: number) => void;
}

/** A fact of the office: refused by name, or recorded once; the same key again changes nothing, with another body it is refused. */
function office(who: Who, detail: NewFactDetail, saying: Saying = {}): Command {
  return command(`${who} says ${JSON.stringify(detail)}`, async (model, real) => {
    const refusal = model.transfer.refusal(detail.kind, who) ?? saying.also?.(model);
    const { key, answer } = await real.say(who, detail);
    expect(answer).toBe(refusal ?? 'recorded');
    if (refusal === undefined) {
      expect(await real.again(who, detail, key)).toBe('repeated');
      expect(await real.again(who, { kind: 'counterpartContacted', channel: 'visit' }, key)).toBe(
        'idempotency-key-reused',
      );
      noteOffice(model, who, detail, saying);
    }
  });
}

function noteOffice(model: Model, who: Who, { kind }: NewFactDetail, { outcome, ends, then }: Saying): void {
  const { attempt } = model.transfer.steps.at(-1)!;
  model.transfer.note(kind, { outcome: outcome ?? closingOf(model, ends), who, ...(ends && { ends }) });
  then?.(model, attempt);
}

/** The end of a transfer is the end of its open step, if there is one. */
const closingOf = ({ transfer }: Model, ends?: string) =>
  ends === undefined || !transfer.open ? undefined : ends === 'completed' ? 'booked' : ends;

/** What comes from outside is never refused: it closes what waits for it, is heard, or parked. */
function hear(model: Model, kind: string, reason?: string): void {
  const { transfer, letters } = model;
  const attempt = transfer.open?.attempt ?? letters.lastAttempt;
  const during = kind === 'returnedByCounterpart' ? ['delivery', 'formAndFunds'] : ['delivery'];
  const closes = during.includes(transfer.open?.name ?? '');
  letters.say(attempt, kind === 'letterReturned' ? 'returned' : 'delivered', reason);
  transfer.note(kind, { outcome: closes ? (kind === 'letterDelivered' ? 'delivered' : 'returned') : undefined });
}

function outside(detail: NewFactDetail & { reasonCode?: string }): Command {
  return command(`outside: ${JSON.stringify(detail)}`, async (model, real) => {
    const parked = detail.kind !== 'letterDelivered' && isParked(model, detail.kind);
    expect((await real.say('clerk', detail)).answer).toBe(parked ? 'parked' : 'recorded');
    hear(model, detail.kind, detail.kind === 'letterReturned' ? detail.reasonCode : undefined);
  });
}

function isParked({ transfer }: Model, kind: string): boolean {
  if (transfer.closing) return true;
  const during = kind === 'returnedByCounterpart' ? ['delivery', 'formAndFunds'] : ['delivery'];
  return transfer.open !== undefined && !during.includes(transfer.open.name);
}

const sendLetter = (who: Who): Command =>
  command(`${who} sends a letter`, async (model, real) => {
    const refusal = model.transfer.refusal('letterSent', who);
    const number = model.letters.envelopes.length;
    const { answer } = await real.say(who, {
      kind: 'letterSent',
      channel: 'ems',
      waybill: real.waybill(number),
      postedOn: real.begunOn,
    });
    expect(answer).toBe(refusal ?? 'recorded');
    if (refusal !== undefined) return;
    const { attempt, name } = model.transfer.open!;
    model.transfer.note('letterSent', { outcome: name === 'liaisonLetter' ? 'sent' : undefined, who });
    const told = model.letters.send(number, attempt);
    if (told) hear(model, told.kind, told.reason);
  });

const REASONS = { '705': ['原址查无此单位', 'M01'], '704': ['已签收', undefined] } as const;

/** Also one that was there before, and one whose letter is not recorded yet. */
const scan = (number: number, hour: number, code: string, readable: boolean): Command =>
  command(`scan ${code} of envelope ${String(number)} at ${String(hour)} h`, async (model, real) => {
    const [text, reason] = code === '705' && readable ? REASONS['705'] : ['', undefined];
    const scannedAt = new Date(real.begun + hour * 3_600_000);
    const scans = [{ waybill: real.waybill(number), scannedAt, code, text }];
    await receiveScans(real.db, testKeyring, { officeId: real.office.officeId, scans, source: 'webhook' });
    const { transfer, letters } = model;
    const running = transfer.attempts.find(({ ending }) => ending === undefined)?.attempt;
    const open = transfer.closing === undefined;
    const told = letters.scan(number, { at: scannedAt.getTime(), code, reason }, running, open);
    if (told) hear(model, told.kind, told.reason);
  });

/** In these, form and money have agreed: another form changes nothing. */
const AGREED = ['entry', 'secondReview', 'booking'];

const form = (totalFen: number): Command =>
  command(`info form over ${String(totalFen)}`, async (model, real) => {
    const { transfer } = model;
    const { answer } = await real.say('clerk', { kind: 'infoFormReceived', form: aForm(totalFen) });
    const settled = transfer.closing !== undefined || AGREED.includes(transfer.current);
    expect(answer).toBe(settled ? 'parked' : 'recorded');
    if (!settled) transfer.formFen = totalFen;
    transfer.note('infoFormReceived', { outcome: moneyMoves(model, 'infoFormReceived') });
  });

function moneyMoves({ transfer }: Model, kind: string): string | undefined {
  const step = transfer.open?.name;
  if (transfer.closing) return undefined;
  if (step === 'delivery') return kind === 'infoFormReceived' ? 'delivered' : undefined;
  if (step !== 'formAndFunds' && step !== 'match') return undefined;
  const funds = transfer.assess();
  return step === 'match' && funds !== 'agreed' ? undefined : funds;
}

/** The bank's line names the case; its memo may say that it is a part. */
const credit = (fen: number, marked: boolean): Command =>
  command(`money ${String(fen)}${marked ? ', a part' : ''}`, async (model, real) => {
    await real.db
      .transaction()
      .execute((tx) => receiveCredit(tx, testKeyring, real.bankLine(model.credits, fen, marked)));
    const { transfer } = model;
    const part = judge(model, fen, marked);
    transfer.parts.push({ credit: model.credits++, fen, ...part });
    if (part.state !== 'suspense') transfer.note('fundReceived', { outcome: moneyMoves(model, 'fundReceived') });
  });

function judge(
  { transfer }: Model,
  fen: number,
  marked: boolean,
): { state: 'matched' | 'proposed' | 'suspense'; reason: string } {
  const { formFen, closing } = transfer;
  if (closing && closing !== 'completed') return { state: 'suspense', reason: 'F07' };
  if (formFen === undefined) return { state: 'proposed', reason: marked ? 'part' : 'F02' };
  const due = formFen - transfer.sum(({ state }) => state === 'matched' || state === 'booked');
  if (due <= 0) return { state: 'suspense', reason: 'F06' };
  if (fen === due || (fen < due && marked)) return { state: 'matched', reason: 'caseNumber' };
  return closing ? { state: 'suspense', reason: 'F03' } : { state: 'proposed', reason: 'F03' };
}

/** Finance decides about the first part that is proposed. */
const decide = (decision: 'confirm' | 'reject'): Command =>
  command(`finance decides: ${decision}`, async (model, real) => {
    const { transfer } = model;
    const part = transfer.parts.find(({ state }) => state === 'proposed');
    if (!part) return;
    const { creditId, partId } = (await partIdsOf(real, part.credit))!;
    const asked = { officeId: real.office.officeId, creditId, partId, decision, byStaffId: real.office.staff.finance };
    const answer = await refusalOf(decideMatch(real.db, testKeyring, { ...asked, ...real.newKey() }));
    const tooMuch = (transfer.formFen ?? Infinity) < part.fen + transfer.sum(({ state }) => state === 'matched');
    expect(answer).toBe(decision === 'confirm' && tooMuch ? 'amount-mismatch' : 'done');
    if (answer !== 'done') return;
    Object.assign(
      part,
      decision === 'confirm' ? { state: 'matched', reason: 'confirm' } : { state: 'suspense', reason: 'rejected' },
    );
    if (decision === 'confirm') transfer.note('fundReceived', { outcome: moneyMoves(model, 'fundReceived') });
    else if (transfer.open?.name === 'match' && transfer.assess() === 'agreed')
      transfer.note('fundsAgreed', { outcome: 'agreed' });
  });

/** The messages reach the procedure in one of the ways in which messages travel; it must end where the ledger says. */
const goOn = (how: (typeof WAYS)[number]): Command =>
  command(`the procedure goes on (${how})`, async (model, real) => {
    await real.proceed(how);
    expect(real.procedureEnded()).toBe(model.transfer.closing);
  });
const WAYS = ['in order', 'backwards', 'twice', 'the last only', 'none, the alarm rings', 'a new worker'] as const;

const absence = (who: Who): Command =>
  command(`${who} is away`, async (_model, { db, office: { officeId, staff } }) => {
    await insertAbsence(db, testKeyring, {
      officeId,
      staffId: staff[who],
      fromDay: '2026-01-01',
      byStaffId: staff.manager,
    });
    await reviewHeldWork(db);
  });

const back = (who: Who): Command =>
  command(`${who} is back`, async (_model, { db, office: { officeId, staff } }) => {
    const open = db
      .selectFrom('absences')
      .select('id')
      .where('staff_id', '=', staff[who])
      .where('ended_at', 'is', null);
    for (const { id } of await open.execute()) await endAbsence(db, officeId, id);
    await reviewHeldWork(db);
  });

const takeOver = (who: Who): Command =>
  command(`${who} takes over`, async (model, real) => {
    const owner = await real.owner();
    const refusal =
      model.transfer.refusal('takenOver', who) ??
      (owner === who ? 'already-decided' : undefined) ??
      (real.isQualified(who, model.transfer.open!.name) ? undefined : 'forbidden') ??
      (model.transfer.mayNotHold(who) ? 'separation-of-duties' : undefined);
    const { answer } = await real.say(who, { kind: 'takenOver' });
    expect(answer).toBe(refusal ?? 'recorded');
    if (refusal !== undefined) return;
    model.transfer.note('takenOver');
    expect(await real.owner()).toBe(who);
  });

const corrected = (who: Who, second: Who): Command =>
  command(`${who} proposes a correction, and ${second} confirms it`, async (model, real) => {
    const { db, office, transferId } = real;
    const { officeId, staff } = office;
    const proposal = { transferId, correctsSeq: 1 };
    const approvalId = await propose(db, TOOLS, { officeId, kind: 'corrected', proposal, proposedBy: staff[who] });
    const confirmed = confirmApproval(db, TOOLS, { officeId, approvalId, byStaffId: staff[second] });
    expect(await refusalOf(confirmed)).toBe(who === second ? 'separation-of-duties' : 'done');
    if (who !== second) model.transfer.note('corrected');
    else await refuseApproval(db, testKeyring, { officeId, approvalId, byStaffId: staff[who], note: 'alone' });
  });

const TOOLS = { keyring: testKeyring, hashPassword: (password: string) => Promise.resolve(password) };

const days = (count: number): Command =>
  command(`${String(count)} days pass`, async (_model, real) => real.daysPass(count));

/** The day of the review is the office's, not the walk's. */
const hold = (who: Who): Command => ({
  check: () => true,
  toString: () => `${who} holds`,
  async run(model, real) {
    const detail = { kind: 'held', reasonCode: 'H01', reviewOn: await real.dayAfter(30) } as const;
    await office(who, detail, holding).run(model, real);
  },
});

const holding = { then: ({ transfer }: Model) => void (transfer.held = true) };
const resuming = { then: ({ transfer }: Model) => void (transfer.held = false) };
const releasing = {
  then({ transfer }: Model) {
    for (const part of transfer.parts)
      if (part.state === 'proposed' || part.state === 'matched')
        Object.assign(part, { state: 'suspense', reason: 'F07' });
  },
};
const booking = {
  ends: 'completed',
  then({ transfer }: Model) {
    for (const part of transfer.parts) if (part.state === 'matched') part.state = 'booked';
  },
};
const settling = {
  outcome: 'agreed',
  also: ({ transfer }: Model) => (transfer.assess() === 'agreed' ? undefined : 'amount-mismatch'),
};
const sendingBack = {
  outcome: 'returned',
  also: ({ transfer }: Model) => (transfer.formFen === undefined ? 'invalid' : undefined),
  then: ({ transfer }: Model) => void (transfer.formFen = undefined),
};
const losing = {
  outcome: 'lost',
  then: ({ letters }: Model, attempt: number) => letters.say(attempt, 'lost', 'M03'),
};

const TOTAL = 3_420_644;
const amount = fc.constantFrom(TOTAL, TOTAL, TOTAL / 2, TOTAL - 9, TOTAL + 90_000);
const who = <W extends Who>(...names: W[]) => fc.constantFrom(...names);
const just = (...commands: Command[]) => commands.map((one) => fc.constant(one));

const ONWARD: Readonly<Record<string, (model: Model) => Command>> = {
  review: () => office('reviewer', { kind: 'reviewed', outcome: 'eligible' }, { outcome: 'eligible' }),
  liaisonLetter: () => sendLetter('letterClerk'),
  delivery: () => outside({ kind: 'letterDelivered' }),
  formAndFunds: ({ transfer }) => (transfer.formFen === undefined ? form(TOTAL) : credit(transfer.formFen, false)),
  match: ({ transfer }) => form(transfer.sum(({ state, reason }) => state === 'matched' || /^F0|part/.test(reason))),
  entry: () => office('entryClerk', { kind: 'entered' }, { outcome: 'entered' }),
  secondReview: () => office('reviewer', { kind: 'secondReviewed', outcome: 'approved' }, { outcome: 'approved' }),
  booking: () => office('accountClerk', { kind: 'booked' }, booking),
};

/** Whatever the open step waits for: without it few walks would come far. */
const onward: Command = {
  check: () => true,
  toString: () => 'what the step waits for',
  run: (model, real) => (ONWARD[model.transfer.open?.name ?? '']?.(model) ?? goOn('in order')).run(model, real),
};

/** What moves a transfer forward is drawn more often: a walk that never leaves the review shows little. */
export const commands = (size: fc.SizeForArbitrary) =>
  fc.commands(
    [
      ...[1, 2, 3].map(() => fc.constantFrom(...WAYS).map(goOn)),
      ...[1, 2].map(() => who('letterClerk', 'letterClerk2').map(sendLetter)),
      ...[1, 2].map(() => fc.constantFrom(TOTAL, TOTAL, TOTAL, TOTAL - 50).map(form)),
      ...[1, 2].map(() => fc.tuple(amount, fc.boolean()).map(([fen, marked]) => credit(fen, marked))),
      fc
        .tuple(
          fc.nat(2),
          fc.integer({ min: -3, max: 0 }),
          fc.constantFrom('203', '463', '704', '704', '705', '708', '999'),
          fc.boolean(),
        )
        .map(([number, hour, code, readable]) => scan(number, hour, code, readable)),
      ...just(...Array<Command>(12).fill(onward)),
      ...just(
        office('reviewer', { kind: 'reviewed', outcome: 'eligible' }, { outcome: 'eligible' }),
        office('reviewer', { kind: 'reviewed', outcome: 'eligible' }, { outcome: 'eligible' }),
        office('clerk', { kind: 'fundsAgreed' }, settling),
        office('clerk', { kind: 'sentBackToCounterpart', reasonCode: 'F03' }, sendingBack),
        office('letterClerk', { kind: 'letterLost' }, losing),
        office('accountClerk', { kind: 'booked' }, booking),
        office('accountClerk', { kind: 'booked' }, booking),
        outside({ kind: 'letterDelivered' }),
        outside({ kind: 'letterReturned', reasonCode: 'M02' }),
        outside({ kind: 'returnedByCounterpart', reasonCode: 'L01' }),
        decide('confirm'),
        decide('reject'),
      ),
      ...[1, 2].map(() =>
        who('entryClerk', 'reviewer2').map((name) => office(name, { kind: 'entered' }, { outcome: 'entered' })),
      ),
      ...[1, 2].map(() =>
        who('reviewer', 'reviewer2').map((name) =>
          office(name, { kind: 'secondReviewed', outcome: 'approved' }, { outcome: 'approved' }),
        ),
      ),
      who('reviewer', 'reviewer2').map((name) =>
        office(name, { kind: 'secondReviewed', outcome: 'sentBack', reasonCode: 'S01' }, { outcome: 'sentBack' }),
      ),
      who('clerk', 'manager').map(hold),
      who('clerk', 'manager').map((name) => office(name, { kind: 'resumed' }, resuming)),
      who('letterClerk2', 'reviewer2', 'accountClerk', 'clerk', 'manager').map(takeOver),
      fc.tuple(who('clerk', 'manager'), who('clerk', 'reviewer')).map(([one, other]) => corrected(one, other)),
      who('letterClerk', 'entryClerk', 'reviewer', 'accountClerk', 'finance', 'clerk', 'manager').map(absence),
      who('letterClerk', 'entryClerk', 'reviewer', 'accountClerk', 'finance', 'clerk', 'manager').map(back),
      fc.integer({ min: 1, max: 30 }).map(days),
      ...just(
        office('clerk', { kind: 'withdrawn', reasonCode: 'W02' }, { ends: 'withdrawn', ...releasing }),
        office(
          'clerk',
          { kind: 'closedWithoutTransfer', reasonCode: 'L06' },
          { ends: 'closedWithoutTransfer', ...releasing },
        ),
      ),
    ],
    { size, maxCommands: 60 },
  );
