/** A correction changes the figures of a form and the name of a person, never what was decided by them, and says which. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { officeNow } from '../../../db/office/clock.ts';
import { listInfoForms } from '../../../db/forms/list.ts';
import { searchTransfers } from '../../../db/reading/search.ts';
import { findTransferRow } from '../../../db/reading/transfer-rows.ts';
import type { InfoFormDetail, NewFactDetail } from '../../../domain/facts/new-fact.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { openStepOf, seqOf } from '../../builders/ledger-rows.ts';
import { testKeyring } from '../../builders/office.ts';
import { letterArrives, sendLetter } from '../../builders/posted-letter.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, aResidentId, walk, type Walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';

const { url: databaseUrl, db, office } = await ownOffice();

const TOTAL = 3_420_644;
type Correction = Omit<Extract<NewFactDetail, { kind: 'corrected' }>, 'kind' | 'correctsSeq'>;

async function corrects(id: string, kind: string, correction: Correction) {
  const detail = { kind: 'corrected', correctsSeq: await seqOf(db, id, kind), ...correction } as const;
  return walk(db, office, id).say('clerk', detail, { confirmedBy: office.staff.manager });
}
const correctsForm = (id: string, correctedForm: InfoFormDetail) => corrects(id, 'infoFormReceived', { correctedForm });
const formsOf = (id: string) => listInfoForms(db, testKeyring, id);
const refusal = (field: string, code: string) => ({ refusal: 'invalid', defects: [{ field, code }] });

async function awaitingMoney(form = aForm()): Promise<{ id: string; the: Walk }> {
  const id = await anAcceptedTransfer(db, office);
  const the = walk(db, office, id);
  await sendLetter(the);
  await letterArrives(the);
  await the.say('clerk', { kind: 'infoFormReceived', form });
  return { id, the };
}

async function pays({ id, the }: { id: string; the: Walk }, fen = TOTAL): Promise<void> {
  await the.say(null, await agreeingMoney(db, office, id, fen), { by: { staffId: null, source: 'bank' } });
}

async function agreed(form = aForm()): Promise<{ id: string; the: Walk }> {
  const one = await awaitingMoney(form);
  await pays(one);
  expect(await openStepOf(db, one.id)).toMatchObject({ step: 'entry' });
  return one;
}

async function checked(): Promise<void> {
  await sql`update outbox set sent_at = clock_timestamp()`.execute(db);
  const found = await checkInvariants({ databaseUrl });
  expect(found.filter(({ invariant }) => invariant !== 'deadline-armed')).toEqual([]);
}

describe('the figures of a form', () => {
  test('are others from now on, as the event says, and the form as it was stays beside it', async () => {
    const { id } = await agreed();
    const moved = {
      ...aForm(),
      accountUntilLastYearFen: 980_645,
      accountTotalFen: 1_380_645,
      pooledFundFen: 2_039_999,
    };
    const [first, ...rest] = moved.years;
    const { event } = await correctsForm(id, { ...moved, years: [{ ...first!, creditedFen: 960_001 }, ...rest] });
    const amounts = [
      { field: 'accountUntilLastYearFen', was: 980_644, becomes: 980_645 },
      { field: 'accountTotalFen', was: 1_380_644, becomes: 1_380_645 },
      { field: 'pooledFundFen', was: 2_040_000, becomes: 2_039_999 },
      { field: 'years.0.creditedFen', was: 960_000, becomes: 960_001 },
    ];
    expect(event?.payload).toMatchObject({ moved: { dueDates: [], figures: [], amounts } });
    expect((await formsOf(id)).map(({ state, accountUntilLastYearFen }) => [state, accountUntilLastYearFen])).toEqual([
      ['superseded', 980_644],
      ['received', 980_645],
    ]);
    expect(await openStepOf(db, id)).toMatchObject({ step: 'entry' });
    await checked();
  });

  test('are corrected a second time from there; what is left unsaid stays', async () => {
    const today = dateOf(await officeNow(db));
    const { id } = await awaitingMoney({ ...aForm(), formNo: 'A-17', receivedOn: today });
    await correctsForm(id, { ...aForm(), pooledFundFen: 1 });
    const { event } = await correctsForm(id, aForm());
    expect(event?.payload).toMatchObject({
      moved: { amounts: [{ field: 'pooledFundFen', was: 1, becomes: 2_040_000 }] },
    });
    expect((await formsOf(id)).at(-1)).toMatchObject({ state: 'received', formNo: 'A-17', receivedOn: today });
    await checked();
  });

  test('are compared with money that waits for them: what nobody has decided yet is decided by the right ones', async () => {
    const one = await awaitingMoney(aForm(TOTAL + 900));
    await pays(one);
    expect(await openStepOf(db, one.id)).toMatchObject({ step: 'formAndFunds' });
    const said = await correctsForm(one.id, aForm());
    expect(said.closed).toMatchObject({ step: 'formAndFunds', outcome: 'agreed' });
    expect(await openStepOf(db, one.id)).toMatchObject({ step: 'entry' });
    await checked();
  });

  test('leave the total once form and money were found to agree', async () => {
    const { id } = await agreed();
    await expect(correctsForm(id, aForm(TOTAL - 1))).rejects.toMatchObject(
      refusal('correctedForm.totalFen', 'outcomeWalked'),
    );
  });

  test('stay once the money is booked', async () => {
    const { id, the } = await agreed();
    await the.say('entryClerk', { kind: 'entered' });
    await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
    await the.say('finance', { kind: 'booked' });
    await expect(correctsForm(id, { ...aForm(), pooledFundFen: 1 })).rejects.toMatchObject(
      refusal('correctedForm', 'booked'),
    );
  });

  test('are those of the valid form, of a fact that brought one, and others than they were', async () => {
    const { id, the } = await awaitingMoney();
    await expect(correctsForm(id, aForm())).rejects.toMatchObject(refusal('correctedForm', 'unchanged'));
    await expect(corrects(id, 'reviewed', { correctedForm: aForm(1) })).rejects.toMatchObject(
      refusal('correctedForm', 'notOfForm'),
    );
    const seq = await seqOf(db, id, 'infoFormReceived');
    await the.say('clerk', { kind: 'infoFormReceived', form: { ...aForm(), formNo: 'another' } });
    const late = { kind: 'corrected', correctsSeq: seq, correctedForm: aForm(1) } as const;
    await expect(the.say('clerk', late, { confirmedBy: office.staff.manager })).rejects.toMatchObject(
      refusal('correctedForm', 'notValid'),
    );
  });

  test('come on a day of the case', async () => {
    const { id } = await awaitingMoney();
    await expect(correctsForm(id, { ...aForm(), receivedOn: '2019-01-01' })).rejects.toMatchObject({
      refusal: 'invalid',
      defects: [{ field: 'correctedForm.receivedOn', code: 'beforeAcceptance' }],
    });
  });

  test('say why there is no base, as when the form came', async () => {
    const { id } = await awaitingMoney();
    const [first, ...rest] = aForm().years;
    const years = [{ ...first!, baseFen: null }, ...rest];
    await expect(correctsForm(id, { ...aForm(), years })).rejects.toMatchObject(
      refusal('correctedForm.years.0.baseReason', 'missing'),
    );
    await correctsForm(id, { ...aForm(), years: [{ ...first!, baseFen: null, baseReason: '定额缴费' }, ...rest] });
    const last = (await formsOf(id)).at(-1)!;
    expect([last.secondPersonId, last.years[0]!.baseReason]).toEqual([office.staff.manager, '定额缴费']);
  });
});

describe('a name', () => {
  const found = async (value: string) =>
    (await searchTransfers(db, testKeyring, office.officeId, [[{ field: 'name', value }]])).map(({ id }) => id);

  test('is another one wherever it is shown and looked up, and both stand in the history', async () => {
    const id = await anAcceptedTransfer(db, office, { person: named('甲寅卯') });
    const { event, said } = await corrects(id, 'accepted', { correctedName: '甲寅辰' });
    expect(said).toMatchObject({ nameWas: '甲寅卯', nameBecomes: '甲寅辰' });
    expect(event?.payload).toMatchObject({ moved: { names: ['person'] } });
    expect(JSON.stringify(event?.payload)).not.toMatch(/甲寅/);
    expect((await findTransferRow(db, testKeyring, id))!.personName).toBe('甲寅辰');
    expect([await found('甲寅卯'), await found('甲寅辰')]).toEqual([[], [id]]);
  });

  test('is one, another one, and of the fact that took the person in', async () => {
    const id = await anAcceptedTransfer(db, office, { person: named('乙寅卯') });
    const the = walk(db, office, id);
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    for (const [kind, correctedName, code] of [
      ['accepted', '乙', 'tooShort'],
      ['accepted', ' 乙寅卯 ', 'unchanged'],
      ['reviewed', '乙寅辰', 'notOfPerson'],
    ] as const) {
      await expect(corrects(id, kind, { correctedName }), code).rejects.toMatchObject(refusal('correctedName', code));
    }
  });
});

const named = (name: string) => ({ name, idNumber: aResidentId(), mobile: '13900000000' });

test('a correction is not corrected itself', async () => {
  const { id } = await awaitingMoney();
  await correctsForm(id, { ...aForm(), pooledFundFen: 1 });
  await expect(corrects(id, 'corrected', { correctedName: '丙丁戊' })).rejects.toMatchObject(
    refusal('correctsSeq', 'ofCorrection'),
  );
});
