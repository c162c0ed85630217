/** What held and what did not, after everything has come to rest. */
import { isDeepStrictEqual } from 'node:util';
import { checkInvariants } from '../invariants/check.ts';
import { installationIn } from '../invariants/installation.ts';
import type { Finding } from '../invariants/invariant.ts';
import { finding } from './faults/finding.ts';
import { askLedger } from './ledger.ts';
import type { Memory } from './load/acknowledged.ts';
import { broken, RECORDED, recordedParameters, type Recorded } from './load/kept.ts';
import type { MonthResult } from './month.ts';
import { isAlone, recoverySeconds } from './summary.ts';
import type { StruckFault } from './timeline.ts';

export async function acknowledgedFindings(dataDir: string, memory: Memory): Promise<Finding[]> {
  return broken(memory, await askLedger<Recorded>(dataDir, RECORDED, recordedParameters(memory)));
}

/** The independent checker: ledger, running workflows and the log of the simulated outside world. */
export async function checkerFindings(dataDir: string): Promise<Finding[]> {
  const found = installationIn(dataDir);
  if (!found) throw new Error(`no PostgreSQL runs in ${dataDir}`);
  const { databaseUrl, temporalAddress: address, simulatorLog } = found;
  return checkInvariants({
    databaseUrl,
    ...(address !== undefined && { temporal: { address } }),
    ...(simulatorLog !== undefined && { simulatorLog }),
  });
}

interface Month {
  readonly transfers: number;
  readonly letters: number;
}

export function monthFindings(
  { accepted, letters = 0, truth, metrics, violations }: MonthResult,
  month: Month,
): Finding[] {
  const one = (invariant: string, promise: string, examples: string[]): Finding[] => [
    { invariant, promise, count: 1, examples },
  ];
  return [
    ...(accepted === month.transfers
      ? []
      : one('month-whole', 'each transfer of the month was accepted', [`${accepted}`])),
    // What went back may have come again.
    ...(letters >= month.letters
      ? []
      : one('letters-whole', 'each letter of the month opened a transfer', [`${letters}`])),
    ...(isDeepStrictEqual(truth, metrics)
      ? []
      : one('truth-is-metrics', 'the office’s figures are what happened', [
          `truth ${JSON.stringify(truth)}`,
          `metrics ${JSON.stringify(metrics)}`,
        ])),
    ...(violations === 0 ? [] : one('no-violations', 'the office itself finds nothing wrong', [`${violations}`])),
  ];
}

/** Times are promised for a machine that has nothing else to do; a test machine is allowed so many times as long. */
const SLACK = 4;

export function recoveryFindings(faults: readonly StruckFault[]): Finding[] {
  const lost = faults.filter(({ recoveredAt }) => recoveredAt === null);
  const late = faults.filter(
    (fault) => isAlone(fault, faults) && recoverySeconds(fault)! > SLACK * (fault.backWithinSeconds ?? Infinity),
  );
  return [
    ...finding(
      'recovers',
      'the office works again by itself',
      lost.map(({ name, at }) => `${name} at ${at} s`),
    ),
    ...finding(
      'recovers-in-time',
      `what nothing else disturbs is over within ${SLACK} times the promised seconds`,
      late.map((fault) => `${fault.name} at ${fault.at} s took ${recoverySeconds(fault)!} s`),
    ),
  ];
}
