/** A corrupt row makes an activity fail whenever it is tried: its transfer gets a task, everybody else goes on, nothing is tried without end. */
import { setTimeout as delay } from 'node:timers/promises';
import { askLedger } from '../ledger.ts';
import { runningPart } from '../parts.ts';
import { askTemporal, procedureOf } from '../temporal.ts';
import type { Fault, Ground } from './fault.ts';
import { finding } from './finding.ts';
import { caseInReview, insisted, openStepOf, type Case } from './own-case.ts';

const TASK_PATIENCE_MS = 120_000;
/** A case in its second step has about fifteen; each try in Temporal would be some more. */
const MOST_EVENTS = 150;

const TASK = `select staff.active as "hasOwner"
  from tasks t join staff on staff.id = t.owner_id where t.transfer_id = $1 and t.kind = 'stuckTransfer'`;

export const stuckWork: Fault = {
  name: 'stuck-work',
  rhythm: 'seldom',
  lastsMs: [10_000, 30_000],
  strike(ground) {
    const sticking = stuck(ground);
    sticking.catch(() => {}); // whoever heals is told
    let ending: Promise<void> | undefined;
    let ended = false;
    const wrong: string[] = [];
    return Promise.resolve({
      what: 'the row of an open transfer is corrupt, and its step cannot be opened',
      async heal() {
        const one = await sticking;
        wrong.push(...(await shown(one)), ...(await tried(one)));
        await mended(one);
      },
      async isBack() {
        const one = await sticking;
        if (!ending && !(await isMoving(one))) return false;
        ending ??= ground.cases.end(one.id).then(() => void (ended = true));
        return ended;
      },
      findings: () =>
        Promise.resolve(finding('stuck-work-shown', 'work that fails has one task, an owner, and few tries', wrong)),
    });
  },
};

interface Stuck extends Case {
  /** Of its row, as it was. */
  readonly ruleVersion: string;
}

async function stuck(ground: Ground): Promise<Stuck> {
  const one = await caseInReview(ground);
  let ruleVersion = '';
  await insisted(ground, async () => (ruleVersion = await replaced(one, WITHOUT_LIMITS)) !== '');
  await ground.cases.say('reviewer', one.id, { kind: 'reviewed', outcome: 'eligible' });
  return { ...one, ruleVersion };
}

const WITHOUT_LIMITS = 'withoutLimits';

/** @returns what stood there before */
async function replaced({ id, ground }: Case, ruleVersion: string): Promise<string> {
  const [row] = await askLedger<{ before: string }>(
    ground.office.dataDir,
    `with version as (
       insert into rule_versions (version, valid_from, note) values ('${WITHOUT_LIMITS}', '1950-01-01', 'chaos') on conflict do nothing),
     before as (select rule_version from transfers where id = $1)
     update transfers set rule_version = $2 where id = $1 returning (select rule_version from before) as before`,
    [id, ruleVersion],
  );
  return row?.before ?? '';
}

interface Task {
  readonly hasOwner: boolean;
}

const tasksOf = ({ id, ground }: Case): Promise<Task[]> => askLedger<Task>(ground.office.dataDir, TASK, [id]);

/** The patience is for one life of the worker: each new one counts its tries from the beginning. */
async function shown(one: Case): Promise<string[]> {
  const { office, stop } = one.ground;
  for (let [life, since] = [undefined as number | undefined, performance.now()]; !stop.aborted; await delay(1_000)) {
    const pid = runningPart(office.dataDir, 'worker')?.pid;
    if (pid === undefined || pid !== life) [life, since] = [pid, performance.now()];
    const tasks = await tasksOf(one).catch(() => []);
    if (tasks.length > 1) return [`${one.id} has ${tasks.length} tasks`];
    if (tasks[0]) return tasks[0].hasOwner ? [] : [`the task of ${one.id} has no owner`];
    if (performance.now() - since > TASK_PATIENCE_MS) break;
  }
  return stop.aborted ? [] : [`${one.id} has no task`];
}

async function tried({ id, ground }: Case): Promise<string[]> {
  let length = 0;
  await insisted(ground, async () => {
    const { historyLength } = await askTemporal(ground.office.dataDir, (client) =>
      client.workflow.getHandle(procedureOf(id)).describe(),
    );
    length = historyLength;
    return true;
  });
  return length > MOST_EVENTS ? [`the workflow of ${id} has ${length} events`] : [];
}

/** And it is not waited for its next try, which may be minutes away. */
async function mended(one: Stuck): Promise<void> {
  await insisted(one.ground, async () => (await replaced(one, one.ruleVersion)) !== '');
  await insisted(one.ground, async () => {
    await askTemporal(one.ground.office.dataDir, (client) =>
      client.workflow.getHandle(procedureOf(one.id)).terminate('chaos: do not wait for the next try'),
    );
    return true;
  });
}

const isMoving = async (one: Case): Promise<boolean> => (await openStepOf(one))?.step === 'liaisonLetter';
