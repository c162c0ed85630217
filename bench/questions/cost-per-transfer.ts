import { transferWorkflowId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { acceptOne } from '../engines/applicants.ts';
import { endStep } from '../engines/clerks.ts';
import { moneyInSuspense, type Money } from '../engines/money.ts';
import { Worklist, type OpenStep } from '../engines/worklist.ts';
import { officeOn, processesOf, type BenchOffice } from '../engines/office-processes.ts';
import { outboxEmpty } from '../engines/outbox.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalClient } from '../engines/temporal-client.ts';
import { temporalOn, type BenchTemporal } from '../engines/temporal.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { CpuMeter } from '../measuring/cpu.ts';
import { ask, walPosition } from '../measuring/postgres-figures.ts';
import { statementsSince, topStatements } from '../measuring/statements.ts';
import type { Question, Table } from '../question.ts';

const AT_ONCE = 4;

export const question: Question = {
  id: 'cost',
  question: 'what a transfer costs, step by step',
  against: 'nothing: it says where to look',
  goal: {},
  async run(context) {
    const postgres = await benchPostgres(context, { shared_preload_libraries: 'pg_stat_statements' });
    const temporal = await temporalOn(context, postgres);
    const office = await officeOn(context, { postgres, temporal });
    await ask(office.databaseUrl, 'create extension pg_stat_statements');
    const { table, count } = await stepByStep(context, office, temporal, postgres.pid);
    return { measures: {}, table, remarks: await topStatements(office.databaseUrl, count, 14) };
  },
};

/** All transfers take the same step before any takes the next: what happened between is the step's. */
async function stepByStep(context: Context, office: BenchOffice, temporal: BenchTemporal, postgresPid: number) {
  const count = context.size(60, 12);
  const pids = processesOf(office, temporal.pid, postgresPid);
  const list = new Worklist(office.databaseUrl, 5);
  context.atEnd(() => list.stop());
  const money = await moneyInSuspense(office.databaseUrl, count + AT_ONCE);
  const histories = await historyReader(context, temporal);
  // Connections, plans and compiled code are there before the first is counted.
  await walkAll(office, list, money.splice(0, AT_ONCE), 0);
  let open: OpenStep[] = [];
  const rows: (string | number)[][] = [];
  const sum = new Map<number, number>();
  await ask(office.databaseUrl, 'select pg_stat_statements_reset()');

  await phase('acceptance', async () => {
    open = await acceptAll(office, list, count, 1_000);
  });
  while (open.length > 0) {
    const name = `${open[0]!.ordinal}. ${open[0]!.step}`;
    await phase(name, async () => {
      open = await endAll(office, list, open, money);
    });
  }
  rows.push(['**whole transfer**', ...sum.values()]);
  return { table: { columns: COLUMNS, rows } satisfies Table, count };

  async function phase(name: string, work: () => Promise<void>): Promise<void> {
    const ids = open.map(({ transferId }) => transferId);
    const before = { wal: await walPosition(office.databaseUrl), history: await histories(ids) };
    const statements = await statementsSince(office.databaseUrl);
    const meter = new CpuMeter(pids);
    await work();
    const { byProcess } = meter.read();
    const { product, engine } = await statements();
    const after = await histories(open.length > 0 ? open.map(({ transferId }) => transferId) : ids);
    const wal = (await walPosition(office.databaseUrl)) - before.wal;
    const each = [product, engine, wal, ...Object.values(byProcess)].map((value) => value / count);
    const numbers = [after.events - before.history.events, after.bytes - before.history.bytes, ...each];
    rows.push([name, ...numbers]);
    numbers.forEach((value, at) => sum.set(at, (sum.get(at) ?? 0) + value));
  }
}

const COLUMNS = [
  'until the next step is open',
  'history events',
  'history bytes',
  'our SQL statements',
  'Temporal’s SQL statements',
  'WAL bytes',
  ...['API', 'worker', 'Temporal', 'PostgreSQL'].map((name) => `${name} CPU ms`),
];

async function acceptAll(office: BenchOffice, list: Worklist, count: number, first: number): Promise<OpenStep[]> {
  const open: OpenStep[] = [];
  await closedLoop(AT_ONCE, count, async (no) => {
    const transferId = await acceptOne(office.api, office.tokens.get('clerk1')!, first + no);
    open.push(await list.opened(transferId, 0));
  });
  return open;
}

/** Gives back the steps that are open next; none after the booking. */
async function endAll(office: BenchOffice, list: Worklist, open: OpenStep[], money: Money[]): Promise<OpenStep[]> {
  const next: OpenStep[] = [];
  await closedLoop(AT_ONCE, open.length, async (no) => {
    const one = open[no]!;
    await endStep(office, one, one.step === 'formAndFunds' ? money.pop()! : money[0]!);
    if (one.step !== 'booking') next.push(await list.opened(one.transferId, one.ordinal));
  });
  if (next.length === 0) await outboxEmpty(office);
  return next;
}

async function walkAll(office: BenchOffice, list: Worklist, money: Money[], first: number): Promise<void> {
  let open = await acceptAll(office, list, money.length, first);
  const left = [...money];
  while (open.length > 0) open = await endAll(office, list, open, left.length > 0 ? left : money);
}

/** Means over the transfers, as Temporal counts them. */
async function historyReader(context: Context, temporal: BenchTemporal) {
  const client = await temporalClient(context, temporal);
  return async (transferIds: readonly string[]): Promise<{ events: number; bytes: number }> => {
    const told = await Promise.all(
      transferIds.map((id) => client.workflow.getHandle(transferWorkflowId(id)).describe()),
    );
    const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
    return {
      events: mean(told.map(({ historyLength }) => historyLength)),
      bytes: mean(told.map(({ historySize }) => historySize ?? 0)),
    };
  };
}
