/** An office in which there is something behind every kind of number, ninety days after most of it happened. */
import { sql } from 'kysely';
import { reviewHeldWork } from '../../db/holding/review.ts';
import { addDays, dateOf } from '../../domain/time/shanghai-day.ts';
import { runInvariantLoop } from '../../invariants/loop.ts';
import type { TestApi } from '../support/api.ts';
import { COUNTERPART_ROWS, takeIn } from './imports.ts';
import { ledgerInRow, ledgerOutRow, leftToItsFile } from './ledgers.ts';
import { livedIn } from './lived-in-office.ts';
import { standClockAt } from './office-clock.ts';
import { aPlan, comesBack, isDebited, isSent } from './remittances.ts';

export interface CountedOffice {
  readonly today: string;
  /** A day after which only time has passed. */
  readonly before: string;
}

export async function aCountedOffice(api: TestApi): Promise<CountedOffice> {
  const { db, office } = api;
  const { transfers } = await livedIn(db, office);
  await moneyGoesOut(api, transfers.waiting);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
  const open = { 办理进度: '办理中', 办理完结日期: '', 基金划转日期: '', 划转金额: '', 收到联系函日期: '2025-12-01' };
  const untold = ledgerOutRow(3, { ...open, 信息表发出日期: '' });
  await takeIn(db, office, 'ledgerOut', [ledgerOutRow(1), ledgerOutRow(2, open), untold]);
  await leftToItsFile(db, untold['业务编号']!);
  await takeIn(db, office, 'ledgerIn', [ledgerInRow(1), ledgerInRow(2, { 办理进度: '没有这一步' })]);
  await sql`insert into notices (office_id, transfer_id, notice_key, kind, recipient, state, not_before, sent_at, settled_at)
    select ${office.officeId}, id, 'acceptance:' || id, 'acceptance', 'person', case when closed_at is null then 'sent' else 'delivered' end,
      accepted_at, accepted_at, accepted_at from transfers where direction = 'in'`.execute(db);
  const { rows } = await sql<{ now: Date }>`select office_now() as now`.execute(db);
  const before = dateOf(rows[0]!.now);
  const today = addDays(before, 90);
  await standClockAt(db, `${today}T10:00:00+08:00`);
  // Nobody is left for some of the work: the manager holds it.
  await sql`delete from staff_roles where role = 'reviewer'`.execute(db);
  await reviewHeldWork(db);
  await sql`update roster_revision set changed_at = changed_at - interval '1 day'`.execute(db);
  await check(api);
  return { today, before };
}

/** One that is planned, one that arrived, one that came back, and one that came back and is paid anew. */
async function moneyGoesOut({ db, office }: TestApi, transferId: string): Promise<void> {
  await aPlan(db, office, { transferId });
  for (const what of ['arrives', 'bounces', 'is paid anew']) {
    const id = await aPlan(db, office, { transferId });
    await isSent(db, office, id);
    await (what === 'arrives' ? isDebited : comesBack)(db, office, id);
    if (what === 'is paid anew') await aPlan(db, office, { replacesId: id });
  }
}

/** The checker's figures stand beside those of the office. */
function check({ databaseUrl }: TestApi): Promise<void> {
  return new Promise((done, failed) => {
    const loop = runInvariantLoop({
      databaseUrl,
      everyMs: 60_000,
      onChecked: () => void loop.stop().then(done),
      onFailure: failed,
    });
  });
}
