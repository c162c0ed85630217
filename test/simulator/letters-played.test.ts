/** Letters of other regions, played by the regions and clerks of the practice month without its clock: each fate once, to its end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_OFFICE } from '../../domain/staff/practice.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { openCore } from '../../gateways/core/open.ts';
import { startCoreSystem, type PlayedCore } from '../../simulator/core/core-system.ts';
import { paymentFateOf } from '../../simulator/plan/payment-fate.ts';
import { papersAfterAgain, papersOf } from '../../simulator/plan/papers.ts';
import { AGAIN, type Requests } from '../../simulator/plan/requests.ts';
import { dutyOfRequest } from '../../simulator/play/clerks-out.ts';
import { perform } from '../../simulator/play/desk.ts';
import { Errands } from '../../simulator/play/errands.ts';
import { officeFigures, trueFigures } from '../../simulator/play/figures.ts';
import { actOfPaper } from '../../simulator/play/mail-room.ts';
import { moneyTold } from '../../simulator/play/money-told.ts';
import { PaymentDesk } from '../../simulator/play/payments.ts';
import { printAfter, printBefore } from '../../simulator/play/printing.ts';
import { openWorld, type World } from '../../simulator/play/world.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { practiceOffice, type PracticeOffice } from '../builders/practice-office.ts';
import { COURIER_SECRET, SMS_SECRET } from '../support/api.ts';

const CORE_SECRET = 'core-secret-of-at-least-thirty-two-c';
const SEED = 7;

let folder: string;
let core: PlayedCore;
let office: PracticeOffice;
let world: World;
let paying: PaymentDesk;
let now = 0;
const stop = new AbortController();
const refused: string[] = [];
/** By what happens to it, the number of a letter to which nothing else happens. */
let letters: Readonly<Record<string, number>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-letters-'));
  const today = () => Promise.resolve(dateOf(now));
  const about = { port: 0, secret: CORE_SECRET, dataDir: folder, areaCode: PRACTICE_OFFICE.areaCode, today };
  core = await startCoreSystem(about);
  const line = openCore({ environment: { CORE_URL: core.url, CORE_SECRET } });
  office = await practiceOffice({}, { core: line?.system });
  world = await openWorld(
    {
      url: office.url,
      dataDir: folder,
      seed: SEED,
      transfers: 0,
      letters: 0,
      courierSecret: COURIER_SECRET,
      smsSecret: SMS_SECRET,
      smsPort: 0,
      corePort: Number(new URL(core.url).port),
      prints: true,
      cruise: 1,
      leap: 1,
    },
    stop.signal,
    (sentence) => refused.push(sentence),
  );
  paying = new PaymentDesk(world);
  letters = chosenFrom(world.plan.requests);
  await playToTheEnd(Object.values(letters));
}, 240_000);

afterAll(async () => {
  stop.abort();
  await world.close();
  await core.stop();
  await office.stop();
  await rm(folder, { recursive: true });
});

/** What is out of the ordinary about a letter. */
function traitsOf(requests: Requests, no: number): string[] {
  const { fate } = requests.requestOf(no);
  const { foundAfter, returned, arrears, slipDiffers, paidLate, disputes, disputedAfterEnd, sentTwice, chased } = fate;
  const mended = returned && requests.comesAgain(no, returned.reason);
  const account = requests.accountOf(no, '2026-03-09');
  const { comesBack, bureauWorkingDays, wordedOtherwise } = paymentFateOf(SEED, { id: `${String(no)}-1` });
  return [
    account === undefined ? 'neverHere' : [],
    account?.rows.some(({ nature }) => nature === 'lumpSum') ? 'partStays' : [],
    foundAfter > 14 ? 'foundTooLate' : foundAfter > 0 ? 'lies' : [],
    returned ? (returned.at === 'letterCheck' ? 'returned' : 'returnedByFinance') : [],
    returned && !mended ? 'forGood' : [],
    arrears ? (arrears.pays ? 'paysArrears' : 'givesArrearsUp') : [],
    slipDiffers ? 'slipDiffers' : [],
    paidLate > 0 ? 'paidLate' : [],
    comesBack ? (comesBack.afterWorkingDays > 0 ? 'cameBackLater' : 'cameBackAtOnce') : [],
    bureauWorkingDays > 5 ? 'fundedLate' : [],
    wordedOtherwise ? 'wordedOtherwise' : [],
    disputes.map(({ short }) => (short ? 'paidShort' : 'formWrong')),
    disputedAfterEnd ? 'disputedAfterEnd' : [],
    sentTwice ? 'sentTwice' : [],
    chased ?? [],
  ].flat();
}

const TRAITS = [
  'straight',
  'neverHere',
  'partStays',
  'foundTooLate',
  'returned',
  'returnedByFinance',
  'paysArrears',
  'givesArrearsUp',
  'slipDiffers',
  'paidLate',
  'fundedLate',
  'cameBackAtOnce',
  'cameBackLater',
  'wordedOtherwise',
  'paidShort',
  'formWrong',
  'disputedAfterEnd',
  'sentTwice',
  'chaser',
] as const;

function chosenFrom(requests: Requests): Record<string, number> {
  const chosen: Record<string, number> = {};
  for (let no = 1; no < 5_000 && TRAITS.some((trait) => chosen[trait] === undefined); no++) {
    const traits = traitsOf(requests, no);
    if (traits.length > 1) continue;
    const [trait = 'straight'] = traits;
    chosen[trait] ??= no;
  }
  return Object.fromEntries(TRAITS.map((trait) => [trait, chosen[trait] ?? 0]));
}

const openRows = async () => {
  const { api } = world;
  const query = { state: 'open', direction: 'out', limit: 100 } as const;
  const page = await api.sure(api.oneOf('manager').id, (headers) =>
    api.client.GET('/transfers', { headers, params: { query } }),
  );
  return page.items;
};

/** What somebody has to do next. */
async function nextDuty(numbers: readonly number[]) {
  const { plan, story } = world;
  const again = [...story.requests.values()].filter(({ no }) => no > AGAIN);
  const papers = [
    ...numbers.flatMap((no) => papersOf(plan.requests, no, story.requests.get(no))),
    ...again.flatMap((one) => papersAfterAgain(plan.requests, one)),
  ].map((paper) => ({ dueAt: paper.registeredAt, act: actOfPaper(world, paper), look: undefined }));
  const rows = await openRows();
  const duties = rows.flatMap((row) => {
    const request = story.requestsByTransfer.get(row.id);
    const duty = request && dutyOfRequest(plan, request, row);
    return duty ? [{ look: undefined, ...duty }] : [];
  });
  const money = paying.duties(rows).map((duty) => ({ look: undefined, ...duty }));
  const all = [...papers, ...duties, ...money].filter(({ act }) => !story.done.has(act.key));
  return all.sort((a, b) => a.dueAt - b.dueAt)[0];
}

async function playToTheEnd(numbers: readonly number[]): Promise<void> {
  now = await world.clock.now();
  for (;;) {
    const duty = await nextDuty(numbers);
    const told = paying.nextDueAt(now);
    if (duty === undefined && told === Infinity) return;
    now = Math.max(now + 1000, Math.min(duty?.dueAt ?? Infinity, told));
    await standClockAt(office.db, new Date(now).toISOString());
    await world.clock.read();
    if (duty === undefined || told < duty.dueAt) {
      await paying.work(now);
      continue;
    }
    const act = duty.look ? await duty.look(world, duty.act) : duty.act;
    await printBefore(world, act);
    const { how } = await perform(world, act);
    if (how === 'closed') await printAfter(world, act);
    if (how === 'soon' || how === 'later') throw new Error(`${act.key}: ${how}, ${refused.join('; ')}`);
  }
}

const storyOf = (trait: (typeof TRAITS)[number]) => world.story.requests.get(letters[trait]!)!;
const factsOf = async (trait: (typeof TRAITS)[number]): Promise<string[]> => {
  const { api } = world;
  const params = { path: { id: storyOf(trait).transferId } };
  const { items } = await api.sure(api.oneOf('manager').id, (headers) =>
    api.client.GET('/transfers/{id}/events', { headers, params }),
  );
  return items.map(({ kind }) => kind);
};

test('every fate was found and every letter ended, with nothing refused', () => {
  expect(Object.entries(letters).filter(([, no]) => no === 0)).toEqual([]);
  const endings = Object.fromEntries(TRAITS.map((trait) => [trait, storyOf(trait).ending?.reason ?? 'completed']));
  const back = { neverHere: 'L01', returned: expect.stringMatching(/^L/), returnedByFinance: 'L10' };
  expect(endings).toEqual({ ...Object.fromEntries(TRAITS.map((trait) => [trait, 'completed'])), ...back });
  expect(refused).toEqual([]);
});

test('what happened is what the office counts', async () => {
  const truth = trueFigures(world);
  expect(await officeFigures(world)).toEqual(truth);
  const again = [...world.story.requests.keys()].filter((no) => no > AGAIN).length;
  expect(again).toBeGreaterThan(0);
  // Three went back in time; found too late and paid late are not in the period.
  expect(truth.out).toMatchObject({
    due: TRAITS.length - 3 + again,
    inPeriod: { numerator: TRAITS.length - 5 + again },
  });
  expect(truth.out?.second.rate).toBe('100.00');
});

test('what leaves on paper was printed before, and nothing could not be', () => {
  const { printed } = world.story;
  expect([...printed.keys()].filter((name) => name.includes(' '))).toEqual([]);
  expect(printed.get('letterReturn')).toBe(3);
  expect(printed.get('remittanceSlip')).toBeGreaterThan(TRAITS.length - 4);
  expect(printed.get('infoForm')).toBeGreaterThan(0);
});

test('bank, finance bureau, core system and office tell the same money out', async () => {
  const money = await moneyTold(world, core);
  expect(money).toMatchObject({ agrees: true, out: { conserved: true } });
  expect(money.out.officeFen).toBeGreaterThan(10_000_00);
});

describe('on the way', () => {
  test('a form that was a digit short goes out again with the rest of the money, a wrong one without', async () => {
    const sent = (facts: string[]): number => facts.filter((kind) => kind === 'fundSent').length;
    const [short, wrong] = [await factsOf('paidShort'), await factsOf('formWrong')];
    expect([sent(short), sent(wrong)]).toEqual([2, 1]);
    for (const facts of [short, wrong]) expect(facts).toContain('infoFormReissued');
  });

  test('money passes every state, is paid anew where it came back, and has left once', async () => {
    const remittances = async (trait: (typeof TRAITS)[number]) => {
      const { api } = world;
      const query = { transferId: storyOf(trait).transferId };
      const page = await api.sure(api.oneOf('finance').id, (headers) =>
        api.client.GET('/remittances', { headers, params: { query } }),
      );
      return page.items.map(({ moves }) => moves.map(({ state }) => state).join(' ')).sort();
    };
    const whole = 'planned appliedFor funded released sent';
    const anew = 'funded released sent confirmed';
    expect(await remittances('straight')).toEqual([`${whole} confirmed`]);
    expect(await remittances('fundedLate')).toEqual([`${whole} confirmed`]);
    expect(await remittances('wordedOtherwise')).toEqual([`${whole} confirmed`]);
    expect(await remittances('cameBackAtOnce')).toEqual([anew, `${whole} bounced`]);
    expect(await remittances('cameBackLater')).toEqual([anew, `${whole} confirmed bounced`]);
    for (const trait of ['cameBackAtOnce', 'cameBackLater'] as const)
      expect((await factsOf(trait)).filter((kind) => kind === 'fundSent')).toHaveLength(1);
    expect(await factsOf('cameBackLater')).toContain('remittanceCameBack');
  });

  test('whoever owes contributions is told, and waited for; given up, they stay, and that is told in writing', async () => {
    expect(await factsOf('paysArrears')).toEqual(expect.arrayContaining(['held', 'resumed', 'letterChecked']));
    await new Errands(world).work(now);
    for (const trait of ['partStays', 'givesArrearsUp'] as const)
      expect(await factsOf(trait)).toContain('untransferableTold');
  });

  test('a second copy opens nothing, a chaser belongs to its transfer, and a dispute after the end is kept for a person', async () => {
    const { api } = world;
    const papers = async (query: { state: 'known' } | { kind: 'chaser' }) => {
      const { items } = await api.sure(api.oneOf('manager').id, (headers) =>
        api.client.GET('/incoming', { headers, params: { query: { ...query, limit: 100 } } }),
      );
      return items.map(({ transferId }) => transferId);
    };
    expect(await papers({ state: 'known' })).toEqual([storyOf('sentTwice').transferId]);
    expect(await papers({ kind: 'chaser' })).toEqual([storyOf('chaser').transferId]);
    expect(await factsOf('disputedAfterEnd')).toContain('disputeReceived');
  });
});
