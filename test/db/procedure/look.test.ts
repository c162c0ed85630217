/** What a fact tells the workflow, and what a run is answered that asks. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { look } from '../../../db/procedure/look.ts';
import type { WaitingNudge } from '../../../domain/facts/nudge.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk, type Walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { postedLetter } from '../../builders/posted-letter.ts';

const { db, office } = await ownOffice();

const eligible = { kind: 'reviewed', outcome: 'eligible' } as const;
const formIn = { kind: 'infoFormReceived', form: aForm() } as const;
const REVIEW = { ordinal: 1, step: 'review', attempt: 1 } as const;

async function accepted(change: object = {}): Promise<{ id: string; the: Walk }> {
  const id = await anAcceptedTransfer(db, office, change);
  return { id, the: walk(db, office, id) };
}

async function posted(): Promise<{ id: string; the: Walk }> {
  const { id, the } = await accepted();
  await the.say('reviewer', eligible);
  await the.say('letterClerk', postedLetter());
  return { id, the };
}

const stepOf = (id: string, ordinal: number) =>
  db
    .selectFrom('steps')
    .select(['due_on', 'due_at', 'reminder_at'])
    .where('transfer_id', '=', id)
    .where('ordinal', '=', ordinal)
    .executeTakeFirstOrThrow();

async function nudgesOf(id: string): Promise<unknown[]> {
  const { rows } = await sql<{ payload: unknown }>`
    select payload from outbox where transfer_id = ${id} order by id`.execute(db);
  return rows.map(({ payload }) => payload);
}

const kindsOf = async (id: string): Promise<string[]> => {
  const rows = await db.selectFrom('events').select('kind').where('transfer_id', '=', id).orderBy('seq').execute();
  return rows.map(({ kind }) => kind);
};

const fund = (id: string) => agreeingMoney(db, office, id, 3_420_644);

describe('a nudge', () => {
  test('of the acceptance says which step is open, and the office instant of its first alarm', async () => {
    const { id } = await accepted();
    const { due_on: dueOn, reminder_at: reminderAt } = await stepOf(id, 1);
    expect(await nudgesOf(id)).toEqual([
      {
        factSeq: 1,
        kind: 'accepted',
        starts: true,
        opens: { ...REVIEW, dueOn },
        alarmAt: reminderAt!.toISOString(),
      },
    ]);
  });

  test('lists every step that its fact closed, and what is open now: a form that comes after its money decides two', async () => {
    const { id, the } = await posted();
    await the.say(null, await fund(id));
    expect((await the.say('clerk', formIn)).closed).toMatchObject({ step: 'delivery' });
    const { due_on: dueOn } = await stepOf(id, 5);
    const nudges = await nudgesOf(id);
    expect(nudges.at(-2)).toEqual({ factSeq: 4, kind: 'fundReceived' });
    expect(nudges.at(-1)).toMatchObject({
      factSeq: 5,
      closes: [
        { ordinal: 3, outcome: 'delivered' },
        { ordinal: 4, outcome: 'agreed' },
      ],
      opens: { ordinal: 5, step: 'entry', attempt: 1, dueOn },
    });
  });

  test('of an ending says that nothing stands open', async () => {
    const { id, the } = await accepted();
    await the.say('clerk', { kind: 'withdrawn' });
    expect((await nudgesOf(id)).at(-1)).toEqual({
      factSeq: 2,
      kind: 'withdrawn',
      closes: [{ ordinal: 1, outcome: 'withdrawn' }],
      opens: null,
      ends: 'withdrawn',
    });
  });

  test('money and form at the same instant close their step once, and one of them tells of it', async () => {
    const { id, the } = await posted();
    await the.say(null, { kind: 'letterDelivered' });
    const credit = await fund(id);
    await Promise.all([the.say('clerk', formIn), the.say(null, credit)]);
    const nudges = (await nudgesOf(id)).slice(-2) as Pick<WaitingNudge, 'closes' | 'opens'>[];
    const telling = nudges.filter(({ closes }) => closes);
    expect(telling).toMatchObject([
      { closes: [{ ordinal: 4, outcome: 'agreed' }], opens: { ordinal: 5, step: 'entry' } },
    ]);
  });
});

describe('a look', () => {
  test('of a run that has fallen behind is answered with all outcomes, and opens nothing', async () => {
    const { id } = await posted();
    const before = await kindsOf(id);
    const { due_on: dueOn } = await stepOf(id, 3);
    expect(await look(db, { transferId: id, ...REVIEW })).toEqual({
      outcomes: ['eligible', 'sent'],
      open: { ordinal: 3, step: 'delivery', attempt: 1, dueOn },
      closing: null,
      sleepMs: expect.any(Number) as number,
      factSeq: 3,
      differs: false,
    });
    expect(await kindsOf(id)).toEqual(before);
  });

  test('raises what is due in the step that is open, once, whichever the run has come to', async () => {
    const { id } = await posted();
    await sql`update steps set reminder_at = opened_at - interval '1 second' where transfer_id = ${id} and ordinal = 3`.execute(
      db,
    );
    for (let round = 0; round < 2; round++) await look(db, { transferId: id, ...REVIEW });
    expect((await kindsOf(id)).filter((kind) => kind === 'reminded')).toHaveLength(1);
  });

  test('opens the step that the release before left to its run, with what had been decided early', async () => {
    const { id, the } = await posted();
    await the.say('clerk', formIn);
    await sql`delete from steps where transfer_id = ${id} and closed_at is null`.execute(db);
    await sql`delete from responsibilities where transfer_id = ${id} and ordinal = 4`.execute(db);
    const answer = await look(db, { transferId: id, ordinal: 3, step: 'delivery', attempt: 1 });
    expect(answer).toMatchObject({ open: { ordinal: 4, step: 'formAndFunds' }, differs: false });
  });

  test('of a closed transfer says how it ended, and notes no difference', async () => {
    const { id, the } = await accepted();
    await the.say('clerk', { kind: 'withdrawn' });
    const answer = await look(db, { transferId: id, ordinal: 2, step: 'liaisonLetter', attempt: 1 });
    expect(answer).toMatchObject({ closing: 'withdrawn', open: null, sleepMs: null, differs: false });
  });

  test.each([
    ['another step', { ordinal: 1, step: 'entry', attempt: 1 }, { ledgerStep: 'review', ledgerAttempt: 1 }],
    ['another attempt', { ordinal: 1, step: 'review', attempt: 2 }, { ledgerStep: 'review', ledgerAttempt: 1 }],
    ['a step ahead', { ordinal: 2, step: 'liaisonLetter', attempt: 1 }, { ledgerStep: null, ledgerAttempt: null }],
  ])('of a run that has come to %s is noted, and the ledger is right', async (_, run, ledgerHas) => {
    const { id } = await accepted();
    expect(await look(db, { transferId: id, ...run })).toMatchObject({ differs: true, open: REVIEW, outcomes: [] });
    const noted = await db
      .selectFrom('events')
      .select(['payload', 'fact_seq'])
      .where('transfer_id', '=', id)
      .where('kind', '=', 'walkDiffered')
      .execute();
    expect(noted).toEqual([{ payload: { ...run, ...ledgerHas }, fact_seq: null }]);
  });

  test('of rows that the procedure cannot have come to is work for a person, not a reason to begin anew', async () => {
    const { id } = await posted();
    await sql`update steps set step = 'entry' where transfer_id = ${id} and ordinal = 3`.execute(db);
    const run = { transferId: id, ordinal: 3, step: 'delivery', attempt: 1 };
    await expect(look(db, run)).rejects.toThrow(/does not follow/);
    await sql`update steps set step = 'delivery', outcome = null where transfer_id = ${id} and ordinal = 3`.execute(db);
    await sql`update steps set outcome = 'refused' where transfer_id = ${id} and ordinal = 1`.execute(db);
    await expect(look(db, run)).rejects.toThrow();
    expect(await kindsOf(id)).not.toContain('walkDiffered');
  });
});
