/** One way for each setting of an exercise: where the case stands when it is handed to whoever practises. */
import type { components } from '../../api/contract.generated.ts';
import type { EmployeeStep } from '../../domain/procedures/in-employee.ts';
import type { Exercise, Setting } from '../../domain/practice/exercise.ts';
import { givenOf, type Given } from '../../domain/practice/given.ts';
import { exerciseOf } from '../../domain/practice/index.ts';
import type { OfficeApi } from '../outside/office-api.ts';
import { infoFormOf, type InfoForm } from '../plan/info-form.ts';
import { accept, bringTo, give, openStep, record, type Errand } from './bring.ts';
import { pay } from './money.ts';

export type Wanted = components['schemas']['WantedPractice'];

export interface Made {
  readonly transferIds: string[];
  readonly creditId?: string;
}

interface Making extends Errand {
  readonly number: number;
  readonly given: Given;
  readonly exercise: Exercise;
}

/** Begun again after a kill it goes on where it was. */
export async function makeCase(api: OfficeApi, { id, exercise: key, number, staffId }: Wanted): Promise<Made> {
  const exercise = exerciseOf(key);
  if (!exercise) throw new Error(`no such exercise: ${key}`);
  const given = givenOf(number, { isPensioner: exercise.isPensioner === true });
  return SETTINGS[exercise.setting]({ api, key: `practice-${id}`, traineeId: staffId, number, given, exercise });
}

const SETTINGS: Readonly<Record<Setting, (making: Making) => Promise<Made>>> = {
  nothing: () => Promise.resolve({ transferIds: [] }),

  async accepted(making) {
    return { transferIds: [(await accept(making, making.given)).transferId] };
  },

  async cameBack(making) {
    const { transferId } = await accept(making, making.given);
    // After the return a letter is due again: before it none was.
    const { attempt } = await openStep(making, transferId);
    if (attempt === 1) {
      await bringTo(making, transferId, 'formAndFunds', { waybill: waybillOf(making) });
      const open = await openStep(making, transferId);
      await record(making, transferId, open, { kind: 'returnedByCounterpart', reasonCode: 'L03' });
    }
    return { transferIds: [transferId] };
  },

  async toPost(making) {
    const { transferId } = await accept(making, making.given);
    await bringTo(making, transferId, 'liaisonLetter', { waybill: '' });
    const isOfColleague = making.exercise.shows.includes('colleague');
    await give(making, transferId, isOfColleague ? colleagueOf(making) : making.traineeId);
    return { transferIds: [transferId] };
  },

  async underWay(making) {
    const { transferId } = await accept(making, making.given);
    await bringTo(making, transferId, 'delivery', making.given);
    await give(making, transferId, making.traineeId);
    return { transferIds: [transferId] };
  },

  async toEnter(making) {
    const form = await formOf(making, 0);
    const odd = Number(making.given.oddRow) - 1;
    // A tenth more is credited than the base gives; the balance does not know of it.
    const wrong = changeRow(form, odd, ({ creditedFen = 0 }) => ({ creditedFen: Math.round(creditedFen * 1.1) }));
    const transferId = await bringWithForm(making, 0, wrong, 'entry');
    await give(making, transferId, making.traineeId);
    return { transferIds: [transferId] };
  },

  async twoToReview(making) {
    const forms = [await formOf(making, 0), await formOf(making, 1)] as const;
    // Ten yuan more interest than the year's rate gives.
    const wrong = changeRow(forms[1], forms[1].years.length - 2, ({ interestFen = 0 }) => ({
      interestFen: (interestFen ?? 0) + 1000,
    }));
    // Which is accepted first must not tell which is right.
    const order = making.number % 2 === 0 ? [0, 1] : [1, 0];
    const ids: string[] = [];
    for (const index of order)
      ids[index] = await bringWithForm(making, index, index === 0 ? forms[0] : wrong, 'secondReview');
    for (const id of ids) await give(making, id, making.traineeId);
    return { transferIds: ids };
  },

  async toBook(making) {
    const transferId = await bringWithForm(making, 0, await formOf(making, 0), 'booking');
    await give(making, transferId, making.traineeId);
    return { transferIds: [transferId] };
  },

  async oneCredit(making) {
    const form = await formOf(making, 0);
    const { transferId } = await formWithoutMoney(making, 0, form);
    const { office, name } = making.given;
    // The name alone is no key: a person has to say whose it is.
    const payment = { serial: serialOf(making), amountFen: form.totalFen, payer: office, memo: `养老转移 ${name}` };
    return { transferIds: [transferId], creditId: await pay(making, payment) };
  },

  async creditOfTwo(making) {
    const ids: string[] = [];
    let amountFen = 0;
    for (const index of [0, 1]) {
      const form = await formOf(making, index);
      ids.push((await formWithoutMoney(making, index, form)).transferId);
      amountFen += form.totalFen;
    }
    const payment = { serial: serialOf(making), amountFen, payer: making.given.office, memo: '养老保险关系转移 2人' };
    return { transferIds: ids, creditId: await pay(making, payment) };
  },

  async strangeCredit(making) {
    const payment = { serial: serialOf(making), amountFen: 1_234_500, payer: '样例付款单位', memo: '货款' };
    return { transferIds: [], creditId: await pay(making, payment) };
  },
};

async function bringWithForm(making: Making, index: number, form: InfoForm, target: EmployeeStep): Promise<string> {
  const { transferId, caseNo } = await formWithoutMoney(making, index, form);
  const { office: payer } = making.given;
  const serial = `${serialOf(making)}${index}`;
  await pay(making, { serial, amountFen: form.totalFen, payer, memo: `养老保险关系转移${caseNo}` });
  await bringTo(making, transferId, target, { waybill: waybillOf(making, index) });
  return transferId;
}

/** Of several persons the second is that of a number far away. */
async function formWithoutMoney(making: Making, index: number, form: InfoForm) {
  const of = { ...making, key: `${making.key}-${index}` };
  const accepted = await accept(of, personOf(making, index));
  const isNew = (await openStep(of, accepted.transferId)).ordinal < 4;
  if (isNew) {
    await bringTo(of, accepted.transferId, 'formAndFunds', { waybill: waybillOf(making, index) });
    const open = await openStep(of, accepted.transferId);
    await record(of, accepted.transferId, open, { kind: 'infoFormReceived', form });
  }
  return accepted;
}

const FAR_AWAY = 500_000;

function personOf({ number, given }: Making, index: number): Given {
  const { areaCode, office } = given;
  return { ...givenOf(number + index * FAR_AWAY), areaCode, office };
}

async function formOf({ api, number }: Making, index: number): Promise<InfoForm> {
  const { officeNow } = await api.ask(() => api.client.GET('/clock'));
  return infoFormOf(SEED, number + index * FAR_AWAY, 1, Number(officeNow.slice(0, 4)));
}

/** Of no month that plays itself. */
const SEED = 90;

type Row = InfoForm['years'][number];

const changeRow = (form: InfoForm, at: number, change: (row: Row) => Partial<Row>): InfoForm => ({
  ...form,
  years: form.years.map((row, index) => (index === at ? { ...row, ...change(row) } : row)),
});

const waybillOf = ({ number }: Making, index = 0): string => `8${String(number * 4 + index).padStart(12, '0')}`;
const serialOf = ({ number }: Making): string => `PX${String(number).padStart(8, '0')}`;

function colleagueOf({ api, given }: Making): string {
  const found = api.colleagues.find(({ username }) => username === given.username);
  if (!found) throw new Error(`no practice account is named ${given.username}`);
  return found.id;
}
