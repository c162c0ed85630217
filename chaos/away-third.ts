/** The same practice month twice: once undisturbed, once with Temporal stopped for its middle third. Nothing of it may differ but when reminders came. */
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import type { Finding } from '../invariants/invariant.ts';
import type { ChaosOptions } from './chaos-command.ts';
import { finding } from './faults/finding.ts';
import { wentOn } from './faults/without-temporal.ts';
import { askLedger } from './ledger.ts';
import { playMonth } from './month.ts';
import { differing, figuresOf, type MonthFigures } from './month-figures.ts';
import { startOffice, type Office } from './office.ts';
import { untilQuiet, untilTold } from './quiet.ts';
import { doingsIn, momentOf, warnedTwice, type Doings, type Span } from './temporal/span.ts';
import { keepTemporalAway } from './temporal/away.ts';
import { checkerFindings, monthFindings } from './verdict.ts';

type Run = Pick<ChaosOptions, 'seed' | 'transfers'> & { readonly dataDir: string };

export interface Comparison {
  readonly seed: number;
  readonly transfers: number;
  readonly with: MonthFigures;
  readonly without: MonthFigures;
  /** While it was away. */
  readonly meanwhile: Doings & { readonly seconds: number; readonly officeDays: number };
  readonly differing: readonly string[];
  readonly findings: readonly Finding[];
  readonly broken: string | null;
}

const PATIENCE_MS = 900_000;
const LOOK_EVERY_MS = 250;

export async function compareMonths(run: Run, say: (sentence: string) => void): Promise<Comparison> {
  const { seed, transfers } = run;
  say('the month with Temporal');
  const usual = await played({ ...run, dataDir: join(run.dataDir, 'with') }, () => Promise.resolve(undefined));
  say('the month without Temporal in its middle third');
  const other = await played({ ...run, dataDir: join(run.dataDir, 'without') }, (office) =>
    awayInTheMiddle(office, transfers, say),
  );
  if (!other.span) throw new Error('the month was over before Temporal was stopped');
  const unlike = differing(usual.figures, other.figures);
  const findings = [
    ...usual.findings,
    ...other.findings,
    ...finding('same-month', 'the month is the same without Temporal in its middle third', unlike),
  ];
  return {
    seed,
    transfers,
    with: usual.figures,
    without: other.figures,
    meanwhile: { ...other.doings!, ...lengthOf(other.span) },
    differing: unlike,
    findings,
    broken: findings[0]?.invariant ?? null,
  };
}

interface Played {
  readonly figures: MonthFigures;
  readonly findings: readonly Finding[];
  readonly span?: Span;
  readonly doings?: Doings;
}

async function played(
  { seed, transfers, dataDir }: Run,
  disturb: (office: Office) => Promise<Span | undefined>,
): Promise<Played> {
  const office = await startOffice(dataDir);
  const month = playMonth(office, { seed, transfers, whole: true });
  const leaving = interrupted();
  try {
    const whole = Promise.all([month.ended(PATIENCE_MS), disturb(office)]);
    const [result, span] = await Promise.race([whole, leaving.signalled]);
    await untilQuiet(office);
    await untilTold(office);
    const doings = span && (await doingsIn(dataDir, span));
    const findings = [
      ...(await checkerFindings(dataDir)),
      ...monthFindings(result, { transfers, letters: 0 }),
      ...wentOn('the middle third', doings),
      ...finding('warned-once', 'a warning that comes late comes once', span ? await warnedTwice(dataDir, span) : []),
    ];
    const figures = await figuresOf(dataDir, result);
    return { figures, findings, ...(span && { span }), ...(doings && { doings }) };
  } finally {
    leaving.over();
    await month.kill();
    await office.stop();
  }
}

/** Whoever is told to stop stops first what was started. */
function interrupted() {
  let leave = (): void => undefined;
  const signalled = new Promise<never>((_, reject) => (leave = () => reject(new Error('interrupted'))));
  signalled.catch(() => {});
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
  const over = (): void => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, leave);
  };
  return { signalled, over };
}

/** By the persons who have come to the counter: they come evenly through the month. */
async function awayInTheMiddle({ dataDir }: Office, transfers: number, say: (sentence: string) => void): Promise<Span> {
  await accepted(dataDir, transfers / 3);
  const back = await keepTemporalAway(dataDir);
  try {
    const from = await momentOf(dataDir);
    say(`Temporal is stopped on ${from.office.toISOString()} of the office's clock`);
    await accepted(dataDir, (2 * transfers) / 3);
    const to = await momentOf(dataDir);
    say(`Temporal comes back on ${to.office.toISOString()}`);
    return { from, to };
  } finally {
    await back();
  }
}

async function accepted(dataDir: string, enough: number): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; ; await delay(LOOK_EVERY_MS)) {
    const [row] = await askLedger<{ count: number }>(dataDir, 'select count(*)::integer as count from transfers');
    if ((row?.count ?? 0) >= enough) return;
    if (performance.now() > deadline) throw new Error(`only ${row?.count ?? 0} transfers were accepted`);
  }
}

const lengthOf = ({ from, to }: Span) => ({
  seconds: Math.round((to.real.getTime() - from.real.getTime()) / 1_000),
  officeDays: Math.round((to.office.getTime() - from.office.getTime()) / 8_640_000) / 10,
});
