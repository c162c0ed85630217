/** An office in which everything has happened once: for the checker, which must find nothing wrong in it. */
import { sql } from 'kysely';
import type { Db } from '../../db/connection/connection.ts';
import { receiveCredit } from '../../db/credits/receive.ts';
import { openStepOf } from './ledger-rows.ts';
import { letterArrives, postedLetter, sendLetter } from './posted-letter.ts';
import { anOffice, testKeyring, type TestOffice } from './office.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk, type Walk } from './walk.ts';

export interface LivedInOffice extends TestOffice {
  /** Transfers by what became of them. */
  readonly transfers: Readonly<
    Record<'booked' | 'returned' | 'withdrawn' | 'refused' | 'ended' | 'waiting' | 'held', string>
  >;
}

const TOTAL = 3_420_644;

export async function aLivedInOffice(db: Db): Promise<LivedInOffice> {
  return livedIn(db, await anOffice(db));
}

/** The same in an office that is there. */
export async function livedIn(db: Db, office: TestOffice): Promise<LivedInOffice> {
  const begin = async () => {
    const id = await anAcceptedTransfer(db, office);
    return { id, the: walk(db, office, id) };
  };
  const booked = await begin();
  await sendLetter(booked.the);
  await letterArrives(booked.the);
  await payAndForm(db, office, booked);
  await toTheBooking(db, booked.the, 1);

  const returned = await begin();
  await sendLetter(returned.the);
  await returned.the.open('delivery');
  await returned.the.say('letterClerk', postedLetter());
  await returned.the.say(null, { kind: 'letterReturned', reasonCode: 'M01' });
  await returned.the.open('liaisonLetter', 2);
  await returned.the.say('letterClerk2', postedLetter());
  await returned.the.open('delivery', 2);
  await returned.the.say('letterClerk', { kind: 'letterLost' });
  await returned.the.open('liaisonLetter', 3);
  await returned.the.say('letterClerk', postedLetter());
  // Money and form come before anybody knows that the letter arrived: two steps open and close at once.
  await payAndForm(db, office, returned);
  await returned.the.open('delivery', 3);
  await returned.the.open('formAndFunds', 3);
  await toTheBooking(db, returned.the, 3);

  const withdrawn = await begin();
  await withdrawn.the.open('review');
  await withdrawn.the.say('clerk', { kind: 'withdrawn' });
  const refused = await begin();
  await refused.the.open('review');
  await refused.the.say('reviewer', { kind: 'reviewed', outcome: 'refused', reasonCode: 'A02' });
  const ended = await begin();
  await sendLetter(ended.the);
  await ended.the.say('clerk', { kind: 'closedWithoutTransfer', reasonCode: 'L06' });

  const waiting = await begin();
  await sendLetter(waiting.the);
  await waiting.the.open('delivery');
  await waiting.the.say(await notHolding(db, office, waiting.id), { kind: 'takenOver' });
  const held = await begin();
  await held.the.open('review');
  await held.the.say('reviewer', { kind: 'held', reasonCode: 'H01', reviewOn: await dayAfter(db, 20) });
  const heldForLong = await begin();
  await heldForLong.the.open('review');
  await heldForLong.the.say('reviewer', { kind: 'held', reasonCode: 'H01', reviewOn: await dayAfter(db, 20) });
  // The release before took any day.
  await sql`update steps set hold_review_on = ${await dayAfter(db, 2000)} where transfer_id = ${heldForLong.id} and held_since is not null`.execute(
    db,
  );
  await strayMoney(db, office);
  await sql`update outbox set sent_at = clock_timestamp()`.execute(db);
  const transfers = { booked, returned, withdrawn, refused, ended, waiting, held };
  const ids = Object.entries(transfers).map(([name, { id }]) => [name, id]);
  return { ...office, transfers: Object.fromEntries(ids) as LivedInOffice['transfers'] };
}

async function notHolding(db: Db, { staff }: TestOffice, id: string): Promise<'letterClerk' | 'letterClerk2'> {
  return (await openStepOf(db, id))!.owner_id === staff.letterClerk ? 'letterClerk2' : 'letterClerk';
}

async function payAndForm(db: Db, office: TestOffice, { id, the }: { id: string; the: Walk }) {
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm(TOTAL) });
  const bank = { by: { staffId: null, source: 'bank' } };
  await the.say(null, await agreeingMoney(db, office, id, TOTAL), bank);
}

async function toTheBooking(db: Db, the: Walk, attempt: number) {
  await the.open('entry', attempt);
  await the.say('entryClerk', { kind: 'entered' });
  await the.open('secondReview', attempt);
  await the.say('reviewer', { kind: 'secondReviewed', outcome: 'sentBack', reasonCode: 'S01' });
  await the.open('entry', attempt);
  await the.say('entryClerk', { kind: 'held', reasonCode: 'H02', reviewOn: await dayAfter(db, 30) });
  await the.say('entryClerk', { kind: 'resumed' });
  await the.say('entryClerk', { kind: 'entered' });
  await the.open('secondReview', attempt);
  await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
  await the.open('booking', attempt);
  await the.say('accountClerk', { kind: 'booked' });
}

/** Nobody can tell whose it is: suspense, with an owner. */
function strayMoney(db: Db, { officeId }: TestOffice) {
  return db.transaction().execute((tx) =>
    receiveCredit(tx, testKeyring, {
      officeId,
      serial: 'STRAY-1',
      bookedOn: '2026-01-05',
      amountFen: 1_234_500,
      payerName: '无名付款人',
      payerAccount: '0200000000000000001',
      memo: '',
    }),
  );
}

async function dayAfter(db: Db, days: number): Promise<string> {
  const { rows } = await sql<{ day: string }>`select office_date(office_now()) + ${days}::integer as day`.execute(db);
  return rows[0]!.day;
}
