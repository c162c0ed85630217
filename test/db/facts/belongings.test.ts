/** Codes, channels and endings belong to steps, offices and moments; what belongs elsewhere is refused by name. */
import { describe, expect, test } from 'vitest';
import type { NewFactDetail } from '../../../domain/facts/new-fact.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk, type Walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { postedLetter } from '../../builders/posted-letter.ts';
import { openStepOf } from '../../builders/ledger-rows.ts';

const { db, office } = await ownOffice();

const held = (reasonCode: string) => ({ kind: 'held', reasonCode, reviewOn: '2026-12-31' }) as const;
const formIn = { kind: 'infoFormReceived', form: aForm() } as const;

async function accepted(): Promise<{ id: string; the: Walk }> {
  const id = await anAcceptedTransfer(db, office);
  return { id, the: walk(db, office, id) };
}
async function eligible() {
  const started = await accepted();
  await started.the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  return started;
}
async function delivered() {
  const started = await eligible();
  await started.the.say('letterClerk', postedLetter());
  await started.the.say(null, { kind: 'letterDelivered' });
  return started;
}
async function toBeEntered() {
  const started = await delivered();
  await started.the.say('clerk', formIn);
  const fact = await agreeingMoney(db, office, started.id, 3_420_644);
  await started.the.say(null, fact);
  return started;
}

const stepOf = async (id: string) => (await openStepOf(db, id))?.step;

const isTaken = (said: Promise<unknown>): Promise<boolean> =>
  said.then(
    () => true,
    (error: { defects?: { field: string }[] }) => {
      expect(error.defects).toMatchObject([{ field: 'reasonCode' }]);
      return false;
    },
  );

describe('the code of a hold belongs to its step', () => {
  const cases: [string, () => Promise<{ the: Walk }>, string[], string[]][] = [
    ['review', accepted, ['A04', 'A05', 'H01'], ['L12', 'L04', 'F01', 'D03', 'S01']],
    ['liaisonLetter', eligible, ['A05', 'H02'], ['A04', 'L12']],
    ['formAndFunds', delivered, ['L04', 'L07', 'F01', 'F02', 'H01'], ['L12', 'A04', 'D03', 'F03', 'F06']],
    ['entry', toBeEntered, ['D03', 'D05', 'D07'], ['D02', 'D08', 'A04', 'L04', 'L12']],
  ];
  test.each(cases)('%s', async (_step, begin, taken, refused) => {
    const { the } = await begin();
    for (const code of refused) expect([code, await isTaken(the.say('clerk', held(code)))]).toEqual([code, false]);
    for (const code of taken) {
      expect([code, await isTaken(the.say('clerk', held(code)))]).toEqual([code, true]);
      await the.say('clerk', { kind: 'resumed' });
    }
  });
});

describe('a form that cannot be right', () => {
  test('goes back before its money comes, and the next letter asks for its correction', async () => {
    const { id, the } = await delivered();
    await expect(the.say('clerk', { kind: 'sentBackToCounterpart', reasonCode: 'D01' })).rejects.toMatchObject({
      defects: [{ field: 'reasonCode', code: 'noForm' }],
    });
    await the.say('clerk', formIn);
    const said = await the.say('clerk', { kind: 'sentBackToCounterpart', reasonCode: 'D01' });
    expect(said.closed).toMatchObject({ step: 'formAndFunds', outcome: 'returned' });
    expect(await stepOf(id)).toBe('liaisonLetter');
    await the.say('letterClerk', postedLetter());
    const letter = await db
      .selectFrom('letters')
      .select('kind')
      .where('transfer_id', '=', id)
      .where('attempt', '=', 2)
      .executeTakeFirst();
    expect(letter?.kind).toBe('correction');
  });

  test('a remittance that bounced is asked for again, and is no answer of the counterpart', async () => {
    const { the } = await delivered();
    expect(await isTaken(the.say('clerk', { kind: 'returnedByCounterpart', reasonCode: 'F05' }))).toBe(false);
    const said = await the.say('clerk', { kind: 'sentBackToCounterpart', reasonCode: 'F05' });
    expect(said.closed).toMatchObject({ step: 'formAndFunds', outcome: 'returned' });
  });
});

test('a letter stands on the platform only for an office that takes it there', async () => {
  const { the } = await eligible();
  const sent = () => the.say('letterClerk', { kind: 'letterSent', channel: 'platform' });
  await expect(sent()).rejects.toMatchObject({ defects: [{ field: 'channel', code: 'channel' }] });
  await db.updateTable('counterparts').set({ channel: 'platform' }).where('area_code', '=', '310000').execute();
  expect((await sent()).closed).toMatchObject({ outcome: 'sent' });
  await db.updateTable('counterparts').set({ channel: 'ems' }).where('area_code', '=', '310000').execute();
});

describe('the applicant withdraws', () => {
  const closingOf = async (id: string) =>
    (await db.selectFrom('transfers').select('closing').where('id', '=', id).executeTakeFirstOrThrow()).closing;
  const late = { refusal: 'counterpart-accepted' };

  test('until the other office has accepted: a letter that has only arrived is no acceptance', async () => {
    const { id, the } = await delivered();
    await the.say('clerk', { kind: 'withdrawn' });
    expect(await closingOf(id)).toBe('withdrawn');
  });

  const afterwards: [string, () => Promise<{ id: string; the: Walk }>, NewFactDetail][] = [
    ['after the form', async () => withForm(await delivered()), { kind: 'withdrawn' }],
    ['after form and money', toBeEntered, { kind: 'withdrawn', reasonCode: 'W01' }],
    ['under another name', toBeEntered, { kind: 'closedWithoutTransfer', reasonCode: 'W01' }],
    ['after a form that went back', async () => sentBack(await withForm(await delivered())), { kind: 'withdrawn' }],
  ];
  test.each(afterwards)('not %s: it is asked, and agrees', async (_name, begin, detail) => {
    const { id, the } = await begin();
    await expect(the.say('clerk', detail)).rejects.toMatchObject(late);
    await the.say('clerk', { kind: 'counterpartContacted', channel: 'phone', about: 'withdrawalAsked' });
    await expect(the.say('clerk', detail)).rejects.toMatchObject(late);
    await the.say('clerk', { kind: 'counterpartContacted', channel: 'letter', about: 'withdrawalAgreed' });
    await the.say('clerk', detail);
    expect(await closingOf(id)).toBe(detail.kind);
  });

  test('once it has given the matter back; and a death asks nobody', async () => {
    const given = await withForm(await delivered());
    await given.the.say('clerk', { kind: 'returnedByCounterpart', reasonCode: 'L01' });
    await given.the.say('clerk', { kind: 'withdrawn' });
    expect(await closingOf(given.id)).toBe('withdrawn');
    const died = await toBeEntered();
    await died.the.say('clerk', { kind: 'withdrawn', reasonCode: 'W02' });
    expect(await closingOf(died.id)).toBe('withdrawn');
  });

  async function withForm(started: { id: string; the: Walk }) {
    await started.the.say('clerk', formIn);
    return started;
  }
  async function sentBack(started: { id: string; the: Walk }) {
    await started.the.say('clerk', { kind: 'sentBackToCounterpart', reasonCode: 'D06' });
    return started;
  }
});

describe('an imported transfer-out', () => {
  const facts: NewFactDetail[] = [
    { kind: 'withdrawn' },
    { kind: 'closedWithoutTransfer', reasonCode: 'L06' },
    { kind: 'reviewed', outcome: 'eligible' },
    { kind: 'letterDelivered' },
    { kind: 'returnedByCounterpart', reasonCode: 'L01' },
    formIn,
    held('H01'),
    { kind: 'booked' },
  ];
  test('takes no fact of a transfer-in, and says so for good; a contact it takes', async () => {
    const { id, the } = await accepted();
    await db.deleteFrom('responsibilities').where('transfer_id', '=', id).where('kind', '=', 'step').execute();
    await db.deleteFrom('steps').where('transfer_id', '=', id).execute();
    await db.updateTable('transfers').set({ direction: 'out', followed: false }).where('id', '=', id).execute();
    for (const detail of facts)
      await expect(the.say('manager', detail), detail.kind).rejects.toMatchObject({ refusal: 'not-followed' });
    await the.say('clerk', { kind: 'counterpartContacted', channel: 'phone' });
  });
});
