/** How each exercise is done right, and how it is done wrong: over the API, as its account does it in the console. */
import { PRACTICE_COUNTERPARTS } from '../../domain/staff/practice.ts';
import type { ExerciseKey } from '../../domain/practice/index.ts';
import { aKey, type Answer, type Caller } from '../support/api.ts';
import type { PracticeOffice } from './practice-office.ts';

export interface Practising {
  readonly office: PracticeOffice;
  readonly me: Caller;
  /** As `POST /practice/attempts` shows it when it is ready. */
  readonly attempt: Shown;
}

interface Shown {
  readonly id: string;
  readonly given: readonly { readonly what: string; readonly value: string }[];
  readonly cases: readonly { readonly transferId: string; readonly caseNo: string }[];
  readonly creditSerial: string | null;
}

/** Gives back what is answered, where the exercise asks. */
type Way = (practising: Practising) => Promise<string | undefined>;

interface Exercised {
  readonly username: string;
  readonly right: Way;
  readonly wrong: Way;
  /** The rules that the wrong way does not keep. */
  readonly misses: readonly string[];
  readonly score: number;
}

const valueOf = ({ attempt }: Practising, what: string): string =>
  attempt.given.find((one) => one.what === what)?.value ?? '';

const taken = (answer: Answer): Answer => {
  if (answer.status >= 300) throw new Error(`refused: ${String(answer.status)} ${answer.text}`);
  return answer;
};

const say = async ({ me }: Practising, transferId: string, fact: object): Promise<undefined> => {
  taken(await me.post(`/transfers/${transferId}/facts`, fact, aKey()));
};
/** One fact about its first case. */
const fact =
  (body: (practising: Practising) => object): Way =>
  async (the) =>
    say(the, firstOf(the), body(the));

const firstOf = ({ attempt }: Practising): string => attempt.cases[0]!.transferId;
const detailOf = async ({ me }: Practising, id: string) => taken(await me.get(`/transfers/${id}`)).body;

const areaCodeOf = (the: Practising): string =>
  PRACTICE_COUNTERPARTS.find(({ name }) => name === valueOf(the, 'office'))!.areaCode;
const anotherArea = (the: Practising): string =>
  PRACTICE_COUNTERPARTS.find(({ areaCode }) => areaCode !== areaCodeOf(the))!.areaCode;

async function accepts(the: Practising, counterpartAreaCode: string, mobile: string): Promise<undefined> {
  const person = { name: valueOf(the, 'name'), idNumber: valueOf(the, 'idNumber'), mobile };
  const more = { localHukou: true, insuredHere: true, drawsPension: false };
  taken(await the.me.post('/transfers', { person, counterpartAreaCode, ...more }, aKey()));
}

async function refuses(the: Practising, reasonCode: string, said: object): Promise<undefined> {
  const person = { name: valueOf(the, 'name'), idNumber: valueOf(the, 'idNumber') };
  const answers = { localHukou: true, insuredHere: true, drawsPension: true, ...said };
  const application = { person, counterpartAreaCode: areaCodeOf(the), ...answers };
  taken(await the.me.post('/refusals', { application, reasonCode }, aKey()));
}

async function tells(the: Practising, channel: string, answer: string): Promise<string> {
  const { tasks } = await detailOf(the, firstOf(the));
  const task = (tasks as { id: string; kind: string }[]).find(({ kind }) => kind === 'tellPerson')!;
  await say(the, firstOf(the), { kind: 'personTold', taskId: task.id, channel });
  return answer;
}

/** As somebody sees it who multiplies: base × months × 8 %. */
async function oddRow(the: Practising): Promise<string> {
  const { infoForms } = await detailOf(the, firstOf(the));
  const years = infoForms[0].years as { baseFen: number; months: number; creditedFen: number }[];
  const odd = years.findIndex(({ baseFen, months, creditedFen }) => {
    return Math.abs(creditedFen - baseFen * months * 0.08) > 1;
  });
  return String(odd + 1);
}

/** Of the two the one about whose form something was found. */
async function sorted(the: Practising): Promise<{ right: string; wrong: string }> {
  const ids = the.attempt.cases.map(({ transferId }) => transferId);
  const flagged = await Promise.all(ids.map(async (id) => (await detailOf(the, id)).infoForms[0].flags.length > 0));
  return { right: ids[flagged.indexOf(false)]!, wrong: ids[flagged.indexOf(true)]! };
}

async function partOf({ me, attempt }: Practising) {
  const [credit] = taken(await me.get(`/credits?serial=${attempt.creditSerial ?? ''}`)).body.items;
  return { creditId: credit.id as string, part: credit.parts[0] as { id: string; state: string; amountFen: number } };
}

async function matches(the: Practising, transferId: string, amountFen?: number): Promise<undefined> {
  const { creditId, part } = await partOf(the);
  const at = `/credits/${creditId}/matches`;
  if (part.state === 'proposed') taken(await the.me.post(at, { partId: part.id, decision: 'reject' }, aKey()));
  const { part: open } = await partOf(the);
  const body = { partId: open.id, decision: 'match', transferId, ...(amountFen !== undefined && { amountFen }) };
  taken(await the.me.post(at, body, aKey()));
}

async function returns(the: Practising, reasonCode: string): Promise<undefined> {
  const { creditId, part } = await partOf(the);
  taken(await the.me.post(`/credits/${creditId}/return`, { partId: part.id, reasonCode }, aKey()));
}

async function opensRate({ me }: Practising): Promise<string> {
  const query = 'direction=in&from=2026-03-01&to=2026-03-31&bucket=stillOpen';
  return taken(await me.get(`/metrics/completion/transfers?${query}`)).body.items[0].id as string;
}

async function bookAbsence(the: Practising, standIn: string | undefined, days: object): Promise<undefined> {
  const items = taken(await the.me.get('/staff')).body.items as { id: string; displayName: string; roles: string[] }[];
  const away = items.find(({ displayName }) => displayName === valueOf(the, 'colleague'))!;
  const other = items.find(({ id, roles }) => id !== away.id && roles.includes('letterClerk'))!;
  const named = standIn === undefined ? {} : { standInId: other.id };
  taken(await the.me.post('/absences', { staffId: away.id, ...named, ...days }));
}

export const PRACTISING: Readonly<Record<ExerciseKey, Exercised>> = {
  acceptApplication: {
    username: 'clerk1',
    right: (the) => accepts(the, areaCodeOf(the), valueOf(the, 'mobile')),
    wrong: (the) => accepts(the, anotherArea(the), '13800001234'),
    misses: ['rightOffice', 'rightMobile'],
    score: 50,
  },
  findDuplicate: {
    username: 'clerk1',
    async right(the) {
      const found = taken(await the.me.post('/transfers/search', { idNumber: valueOf(the, 'idNumber') })).body.items;
      return found[0].caseNo as string;
    },
    async wrong(the) {
      await accepts(the, anotherArea(the), '13800001234');
      return 'IN20260300000';
    },
    misses: ['foundCase', 'notTwice'],
    score: 0,
  },
  refuseWithCode: {
    username: 'clerk1',
    right: (the) => refuses(the, 'A02', {}),
    wrong: (the) => refuses(the, 'A07', { benefitPlaceHere: false }),
    misses: ['pensionerCode'],
    score: 70,
  },
  tellByPhone: {
    username: 'clerk1',
    right: (the) => tells(the, 'phone', 'newLetter'),
    wrong: (the) => tells(the, 'window', 'applyAgain'),
    misses: ['saidNext', 'toldByPhone'],
    score: 30,
  },
  postLetter: {
    username: 'letter1',
    right: fact((the) => ({ kind: 'letterSent', channel: 'ems', waybill: valueOf(the, 'waybill') })),
    wrong: fact(() => ({ kind: 'letterSent', channel: 'ems', waybill: '7200000000001' })),
    misses: ['rightWaybill'],
    score: 60,
  },
  registerReturn: {
    username: 'letter1',
    right: fact(() => ({ kind: 'letterReturned', reasonCode: 'M01' })),
    wrong: fact(() => ({ kind: 'letterLost' })),
    misses: ['returnRecorded', 'addressCode', 'notLost'],
    score: 0,
  },
  findOddRow: {
    username: 'entry1',
    async right(the) {
      const row = await oddRow(the);
      await say(the, firstOf(the), { kind: 'sentBackToCounterpart', reasonCode: 'D01' });
      return row;
    },
    async wrong(the) {
      await say(the, firstOf(the), { kind: 'entered' });
      return '99';
    },
    misses: ['foundRow', 'formSentBack', 'sumsCode', 'notEntered'],
    score: 0,
  },
  whichFormIsRight: {
    username: 'review1',
    async right(the) {
      const { right, wrong } = await sorted(the);
      await say(the, right, { kind: 'secondReviewed', outcome: 'approved' });
      await say(the, wrong, { kind: 'secondReviewed', outcome: 'sentBack', reasonCode: 'S05' });
      return undefined;
    },
    async wrong(the) {
      for (const { transferId } of the.attempt.cases)
        await say(the, transferId, { kind: 'secondReviewed', outcome: 'approved' });
      return undefined;
    },
    misses: ['wrongSentBack', 'amountCode'],
    score: 40,
  },
  bookIntoAccount: {
    username: 'account1',
    async right(the) {
      await say(the, firstOf(the), { kind: 'booked' });
      return 'accountTotal';
    },
    async wrong(the) {
      await say(the, firstOf(the), { kind: 'booked' });
      return 'total';
    },
    misses: ['accountPart'],
    score: 60,
  },
  matchCredit: {
    username: 'finance1',
    right: (the) => matches(the, firstOf(the)),
    wrong: (the) => matches(the, firstOf(the), 100),
    misses: ['wholeAmount'],
    score: 70,
  },
  splitCredit: {
    username: 'finance1',
    async right(the) {
      for (const { transferId } of the.attempt.cases) {
        const { infoForms } = await detailOf(the, transferId);
        await matches(the, transferId, infoForms[0].totalFen as number);
      }
      return undefined;
    },
    wrong: (the) => matches(the, firstOf(the), 100),
    misses: ['firstShare', 'secondShare'],
    score: 0,
  },
  sendCreditBack: {
    username: 'finance1',
    right: (the) => returns(the, 'F07'),
    wrong: (the) => returns(the, 'F04'),
    misses: ['strangerCode'],
    score: 60,
  },
  casesBehindRate: {
    username: 'manager',
    async right(the) {
      taken(await the.me.get(`/transfers/${await opensRate(the)}`));
      return undefined;
    },
    async wrong(the) {
      await opensRate(the);
      return undefined;
    },
    misses: ['caseOpened'],
    score: 50,
  },
  giveAway: {
    username: 'manager',
    async right(the) {
      const staff = (await the.me.get('/staff')).body.items as { id: string; displayName: string; roles: string[] }[];
      const another = staff.find(
        ({ displayName, roles }) => roles.includes('letterClerk') && displayName !== valueOf(the, 'colleague'),
      )!;
      return say(the, firstOf(the), { kind: 'takenOver', toStaffId: another.id });
    },
    wrong: fact(() => ({ kind: 'takenOver' })),
    misses: ['toColleague'],
    score: 50,
  },
  bookAbsence: {
    username: 'admin',
    right: (the) => bookAbsence(the, 'named', { fromDay: valueOf(the, 'fromDay'), untilDay: valueOf(the, 'untilDay') }),
    wrong: (the) => bookAbsence(the, undefined, { fromDay: '2026-11-01', untilDay: '2026-11-02' }),
    misses: ['rightDays', 'standInNamed'],
    score: 40,
  },
};
