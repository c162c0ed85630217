/** What a visitor sees on the tour, told while it really happens. */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { components } from '../../api/contract.generated.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { formatYuan } from '../../domain/money/money.ts';
import type { Clock } from '../outside/clock.ts';
import type { NewFact } from '../play/clerks.ts';
import { statementCsv } from '../story/bank-files.ts';
import { sendFile } from '../outside/file-upload.ts';
import { infoFormOf } from '../plan/info-form.ts';
import type { OfficeApi } from '../outside/office-api.ts';
import { afterWorkingDays, nextWeeklyMessages, type OfficeMs } from '../outside/office-time.ts';
import { personOf } from '../plan/people.ts';
import type { SignedPosts } from '../outside/signed-posts.ts';
import { dayInWords, TourGuide } from './tour-guide.ts';

export interface TourMeans {
  readonly api: OfficeApi;
  readonly clock: Clock;
  readonly posts: SignedPosts;
  readonly courierSecret: string;
  readonly stop: AbortSignal;
  /** The office is the tour's own: it may turn the clock. */
  readonly own: boolean;
  readonly messages: () => readonly string[];
  readonly workerPid: number;
}

/** Nobody's: only the check digit is real. */
const SEED = 2026;

export async function tellTour(means: TourMeans): Promise<void> {
  const { api, stop } = means;
  const guide = new TourGuide(api, stop);
  const { id, caseNo } = await accept(means, guide);
  await deliver(means, guide, id);
  const entry = await agree(means, guide, id, caseNo);
  await killTheWorker(means, guide, id, entry.owner.id);
  await closeIt(means, guide, id);
}

async function accept(means: TourMeans, guide: TourGuide): Promise<{ id: string; caseNo: string }> {
  const { api } = means;
  const clerk = api.oneOf('clerk');
  const { items } = await api.sure(clerk.id, (headers) => api.client.GET('/counterparts', { headers }));
  const offices = items.filter(({ kind }) => kind === 'pension');
  const office = offices.find(({ channel }) => channel === 'ems') ?? offices[0];
  if (!office) throw new Error('the directory of other offices is empty');
  await guide.next(`A person comes to the counter: years of contributions lie with ${office.name}.`);
  const { name, idNumber } = personOf(SEED, randomInt(1_000_000));
  const body: components['schemas']['NewTransfer'] = {
    person: { name, idNumber, mobile: '13900000000' },
    counterpartAreaCode: office.areaCode,
    scheme: 'enterprise',
    localHukou: true,
    approvedMove: false,
    insuredHere: true,
    drawsPension: false,
  };
  const { transfer, slip } = await api.sure(clerk.id, (headers) => api.client.POST('/transfers', { headers, body }));
  guide.say(
    `Accepted as ${transfer.caseNo}. The slip says: short code ${slip.statusCode}, ` +
      `steward ${guide.nameOf(transfer.steward.id)} for the whole way, telephone ${slip.telephone}.`,
  );
  const review = await guide.untilStep(transfer.id, 'review');
  guide.say(`Review: ${guide.holderOf(review)}.`);
  await guide.next('The reviewer finds the person eligible.');
  await record(means, review.owner.id, transfer.id, { kind: 'reviewed', outcome: 'eligible' });
  return transfer;
}

async function deliver(means: TourMeans, guide: TourGuide, id: string): Promise<void> {
  const letter = await guide.untilStep(id, 'liaisonLetter');
  guide.say(`Liaison letter: ${guide.holderOf(letter)}.`);
  await guide.next('The letter goes out by EMS.');
  const waybill = `10${String(randomInt(100_000_000_000)).padStart(11, '0')}`;
  await record(means, letter.owner.id, id, { kind: 'letterSent', channel: 'ems', waybill });
  const delivery = await guide.untilStep(id, 'delivery');
  guide.say(`Posted with waybill ${waybill}. ${upper(guide.holderOf(delivery))}: the letter must arrive.`);
  await guide.next('Two working days later the courier’s webhook says: delivered.');
  await pass(means, 2);
  const scannedAt = new Date(await officeNow(means)).toISOString();
  const scans = [{ waybill, scannedAt, code: '704', text: '妥投 单位收发章' }];
  await means.posts.post('/courier/scans', means.courierSecret, { scans });
  const waiting = await guide.untilStep(id, 'formAndFunds');
  guide.say(`The ball is outside. ${upper(guide.holderOf(waiting))}: the steward chases form and money.`);
}

async function agree(means: TourMeans, guide: TourGuide, id: string, caseNo: string) {
  const waiting = await guide.untilStep(id, 'formAndFunds');
  await guide.next('Five working days later the info form comes.');
  await pass(means, 5);
  const year = Number(dateOf(await officeNow(means)).slice(0, 4));
  const form = infoFormOf(SEED, randomInt(1000), 1, year);
  await record(means, waiting.owner.id, id, { kind: 'infoFormReceived', form });
  guide.say(
    `The form says ${formatYuan(form.totalFen, { grouped: true })} yuan. No money yet, so the steward still holds it.`,
  );
  await guide.next('The bank’s statement is handed in.');
  const bookedOn = dateOf(await officeNow(means));
  const line = { bookedOn, amountFen: form.totalFen, payer: '样例付款单位', memo: `养老保险关系转移${caseNo}` };
  const content = statementCsv([{ ...line, serial: `T${Date.now()}` }]);
  await sendFile(means.api, means.api.oneOf('finance').id, { kind: 'bankStatement', name: 'statement.csv', content });
  const entry = await guide.untilStep(id, 'entry');
  guide.say(`Form and money agree; at that moment the entry clerk’s name appears: ${guide.holderOf(entry)}.`);
  return entry;
}

async function killTheWorker(means: TourMeans, guide: TourGuide, id: string, entryClerk: string): Promise<void> {
  await guide.next(`Now the worker (process ${means.workerPid}), which moves every transfer on, is killed with -9.`);
  process.kill(means.workerPid, 'SIGKILL');
  const killedAt = performance.now();
  await record(means, entryClerk, id, { kind: 'entered' });
  const { holder } = await guide.progressOf(id);
  const held = holder ? `${guide.nameOf(holder.staff.id)} holds it meanwhile` : 'it is held';
  guide.say(`The worker is dead, and the entry was recorded all the same: the counter does not need it; ${held}.`);
  const review = await guide.untilStep(id, 'secondReview');
  const seconds = ((performance.now() - killedAt) / 1000).toFixed(1);
  guide.say(`${seconds} s later a new worker has gone on where the old one fell. ${upper(guide.holderOf(review))}.`);
  await guide.next('A second person, who did not enter it, approves.');
  await record(means, review.owner.id, id, { kind: 'secondReviewed', outcome: 'approved' });
}

async function closeIt(means: TourMeans, guide: TourGuide, id: string): Promise<void> {
  const booking = await guide.untilStep(id, 'booking');
  guide.say(`Booking: ${guide.holderOf(booking)}.`);
  await guide.next('The account clerk, who is not of finance, credits the money to the person’s account.');
  await record(means, booking.owner.id, id, { kind: 'booked' });
  const { closedAt, steps } = await guide.progressOf(id);
  const attempts = new Set(steps.filter(({ step }) => step === 'liaisonLetter').map(({ attempt }) => attempt)).size;
  guide.say(
    `办结: closed on ${dayInWords(closedAt ?? '')} with ${attempts} letter, ${steps.length} steps, one owner at each moment.`,
  );
  if (!means.own) return;
  await guide.next('On Friday the weekly messages go out.');
  await untilFriday(means);
  const told = await completionMessage(means);
  guide.say(told === undefined ? 'The message is on its way.' : `On the person’s phone: “${told}”`);
}

async function record({ api }: TourMeans, staffId: string, id: string, body: NewFact): Promise<void> {
  // Repeated after a broken connection with the same key, it counts once.
  const params = { path: { id }, header: { 'Idempotency-Key': randomUUID() } };
  await api.sure(staffId, (headers) => api.client.POST('/transfers/{id}/facts', { headers, params, body }));
}

async function officeNow({ clock }: TourMeans): Promise<OfficeMs> {
  await clock.read();
  return clock.now();
}

/** Lets working days pass, to half past ten in the morning. */
async function pass(means: TourMeans, workingDays: number): Promise<void> {
  if (means.own) await until(means, afterWorkingDays(await officeNow(means), workingDays, 630));
}

async function until(means: TourMeans, moment: OfficeMs): Promise<void> {
  const { clock, stop } = means;
  for (let left = moment - (await officeNow(means)); left > 0; left = moment - (await officeNow(means))) {
    await clock.steer(Math.max(600, left / 700));
    await delay(Math.min(800, left / clock.speed), undefined, { signal: stop });
  }
  await clock.steer(1);
}

const QUARTER_MS = 15 * 60_000;

async function untilFriday(means: TourMeans): Promise<void> {
  await until(means, nextWeeklyMessages(await officeNow(means)) + QUARTER_MS);
}

/** A clock that runs a week in a second may be stopped when the office has closed: then it goes out when that opens again. */
async function completionMessage(means: TourMeans): Promise<string | undefined> {
  const { messages, stop } = means;
  for (let looks = 0; looks < 3; looks++) {
    if (looks > 0) await pass(means, 1);
    for (let waited = 0; waited < 100 && messages().length < 2; waited++) await delay(100, undefined, { signal: stop });
    if (messages().length >= 2) return messages().at(-1);
  }
  return undefined;
}

const upper = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
