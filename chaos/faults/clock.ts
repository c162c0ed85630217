/** Clocks that are elsewhere: a process that starts with one is refused, one whose clock jumps goes on by the database's time. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { askLedger } from '../ledger.ts';
import { logSince } from '../log-slice.ts';
import { isReady } from '../recovery.ts';
import { PROGRAMS, type Program } from '../variables.ts';
import type { Fault, Ground } from './fault.ts';
import { finding } from './finding.ts';
import { isBack, killed } from './lost-part.ts';

const OFFSETS = { 'an hour ahead': '+3600', 'an hour behind': '-3600', 'thirty days ahead': '+2592000' } as const;
const SAID = Object.keys(OFFSETS) as (keyof typeof OFFSETS)[];
const READY_PATIENCE_MS = 60_000;
/** It reads the file once in a second. */
const TAKEN_AFTER_MS = 1_500;

/** faketime answers Node, and a Go program not at all. */
const library = (): string | undefined =>
  readdirSync('/usr/lib')
    .map((name) => join('/usr/lib', name, 'faketime', 'libfaketimeMT.so.1'))
    .find((file) => existsSync(file));

const impossible = (): Promise<string | undefined> =>
  Promise.resolve(library() === undefined ? 'faketime is not installed (Debian: apt install faketime)' : undefined);

/** Only what the clock says: a timer of the process takes as long as before. */
const fakedBy = (words: Record<string, string>) => ({ LD_PRELOAD: library()!, DONT_FAKE_MONOTONIC: '1', ...words });

export const clockOff: Fault = {
  name: 'clock-off',
  rhythm: 'seldom',
  lastsMs: [15_000, 30_000],
  impossible,
  async strike(ground, chance) {
    const program = PROGRAMS[chance.integer(0, 1)]!;
    const said = SAID[chance.integer(0, SAID.length - 1)]!;
    const lift = ground.variables.give(program, fakedBy({ FAKETIME: OFFSETS[said] }));
    const was = await killed(ground, program);
    const { dataDir } = ground.office;
    const [own, starters] = [logSince(dataDir, program), logSince(dataDir, 'start')];
    let [ownWords, startersWords] = ['', ''];
    return {
      what: `kill -9 ${program} (process ${was.pid}), to start ${said}`,
      async heal() {
        // On a busy machine a process takes long until it looks at the clock; without a database it never does.
        const deadline = performance.now() + READY_PATIENCE_MS;
        const isOver = (): boolean => performance.now() > deadline || ground.stop.aborted;
        while (!isOver() && !(REFUSED.test(own()) && starters().includes(endedBySelf(program)))) await delay(250);
        [ownWords, startersWords] = [own(), starters()];
        lift();
      },
      isBack: () => isBack(ground, program, was),
      findings: () => Promise.resolve(refusalFindings(program, ownWords, startersWords)),
    };
  },
};

const REFUSED = /This machine's clock is \d+ seconds[^]*Node\.js v\d/;

const endedBySelf = (program: Program): string => `${program} ended (code `;

function refusalFindings(program: Program, own: string, starters: string) {
  const refused = REFUSED.test(own);
  return [
    ...finding(
      'skewed-clock-refused',
      'a process whose clock is elsewhere does not start to work',
      own.includes(`${program}.started`) ? [program] : [],
    ),
    ...finding(
      'refusal-reported',
      'whoever looks after a process says that it does not start',
      refused && !starters.includes(endedBySelf(program)) ? [program] : [],
    ),
  ];
}

export const clockJump: Fault = {
  name: 'clock-jump',
  rhythm: 'seldom',
  lastsMs: [15_000, 40_000],
  impossible,
  async strike(ground, chance) {
    const program = PROGRAMS[chance.integer(0, 1)]!;
    const said = SAID[chance.integer(0, SAID.length - 1)]!;
    const file = join(ground.variables.folder, `${program}.clock`);
    writeFileSync(file, '+0\n');
    const lift = ground.variables.give(
      program,
      fakedBy({ FAKETIME_TIMESTAMP_FILE: file, FAKETIME_CACHE_DURATION: '1' }),
    );
    const was = await killed(ground, program);
    const jumped = jump(ground, program, { file, to: OFFSETS[said] });
    return {
      what: `the clock of ${program} jumps ${said} (once it is back from kill -9 of process ${was.pid})`,
      async heal() {
        await jumped;
        lift();
        writeFileSync(file, '+0\n');
        await delay(TAKEN_AFTER_MS);
      },
      isBack: () => isBack(ground, program, was),
      findings: timeFindings(ground),
    };
  },
};

/** One that starts while its clock is off would be refused: that is the other fault. */
async function jump(
  { office, stop }: Ground,
  program: Program,
  { file, to }: { file: string; to: string },
): Promise<void> {
  const deadline = performance.now() + READY_PATIENCE_MS;
  const url = () => (program === 'api' ? office.url : office.workerUrl);
  while (performance.now() < deadline && !stop.aborted && !(await isReady(url()))) await delay(250);
  writeFileSync(file, `${to}\n`);
}

/** Whatever was written down was written by the database's time: nothing lies in the future, and nobody was warned early. */
const timeFindings =
  ({ office: { dataDir } }: Ground) =>
  async () => {
    const rows = await askLedger<{ id: string; early: boolean }>(
      dataDir,
      `select transfer_id || '#' || seq as id, false as early from events
       where real_at > clock_timestamp() or recorded_at > office_now()
     union all
     select e.transfer_id || '#' || e.seq, true from events e join steps s on s.transfer_id = e.transfer_id and s.ordinal = e.step_ordinal
       where e.kind in ('overdue', 'escalated') and e.recorded_at < s.due_at and s.closed_at is null`,
    );
    const ids = (early: boolean): string[] => rows.filter((row) => row.early === early).map(({ id }) => id);
    return [
      ...finding('nothing-from-the-future', 'what is recorded was recorded by the database’s time', ids(false)),
      ...finding('nobody-warned-early', 'a deadline is missed by the office’s time, not by a machine’s', ids(true)),
    ];
  };
