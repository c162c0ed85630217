/** The whole way over a real gateway: activity, Kannel, an SMS centre over SMPP, the report back to the API. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noticeActivities } from '../../../activities/notices.ts';
import type { SmsGateway } from '../../../gateways/sms/gateway.ts';
import { openSmsGateway } from '../../../gateways/sms/open.ts';
import { kannelIsInstalled, startKannel, type Kannel } from '../../../simulator/kannel/boxes.ts';
import {
  startNetworkCentre,
  type ArrivedMessage,
  type Fate,
  type NetworkCentre,
} from '../../../simulator/kannel/sms-centre.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { testKeyring } from '../../builders/office.ts';
import { aResidentId, anAcceptedTransfer } from '../../builders/walk.ts';
import { serveApp, startApi, type TestApi } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { silentEvents } from '../../support/running-office.ts';
import { noticeFailures } from '../../support/notice-failures.ts';

const isMissing = !kannelIsInstalled();
/** Says so where the run is read, and counts as skipped. */
if (isMissing)
  process.stderr.write('Kannel is not installed here, so nothing was tried with it: apt-get install kannel\n');

const SECRET = 'a secret that both sides share, long';
const FATES: Record<string, Fate> = { '1': 'failed', '2': 'refused', '3': 'silent' };

describe.skipIf(isMissing)(`over Kannel${isMissing ? ' (not installed: apt-get install kannel)' : ''}`, () => {
  let api: TestApi;
  let centre: NetworkCentre;
  let kannel: Kannel;
  let served: Awaited<ReturnType<typeof serveApp>>;
  let arrived: ArrivedMessage[] = [];
  beforeAll(async () => {
    api = await startApi();
    await standClockAt(api.db, '2026-03-03T10:00:00+08:00');
    centre = await startNetworkCentre((message) => {
      arrived.push(message);
      return FATES[message.to.slice(-1)] ?? 'delivered';
    });
    kannel = await startKannel(centre.port);
    const { pushed } = openSmsGateway({ template: 'kannel', environment: environment() })!;
    served = await serveApp(api.db, {}, { pushedReceipts: pushed! });
  });
  afterAll(async () => {
    await kannel?.stop();
    await centre?.stop();
    served?.stop();
    await api.stop();
  });
  beforeEach(async () => {
    arrived = [];
    await api.db.deleteFrom('tasks').execute();
    await api.db.deleteFrom('notices').execute();
  });

  const environment = (change: Record<string, string> = {}) => ({
    SMS_GATEWAY_URL: kannel.url,
    SMS_SECRET: SECRET,
    SMS_RECEIPT_URL: served?.url ?? 'http://127.0.0.1:1',
    SMS_KANNEL_USERNAME: kannel.username,
    SMS_KANNEL_PASSWORD: kannel.password,
    ...change,
  });
  const open = (change: Record<string, string> = {}): SmsGateway =>
    openSmsGateway({ template: 'kannel', environment: environment(change) })!;
  const round = (sms: SmsGateway) =>
    noticeActivities({
      db: api.db,
      keyring: testKeyring,
      sms,
      events: silentEvents,
      alive: () => undefined,
    }).sendDueNotices({ officeId: api.office.officeId });
  const accepted = (mobile: string) =>
    anAcceptedTransfer(api.db, api.office, { person: { name: '样例甲', idNumber: aResidentId(), mobile } });
  const stateOf = async (transferId: string) => {
    const { id, state } = await api.db
      .selectFrom('notices')
      .select(['id', 'state'])
      .where('transfer_id', '=', transferId)
      .executeTakeFirstOrThrow();
    const failure = (await noticeFailures(api.db)).get(id)?.read;
    return failure ? `${state} ${failure}` : state;
  };

  test('what arrives is delivered, what does not is telephoned, and what nobody speaks of stays sent', async () => {
    const mobiles = ['13900000000', '13900000001', '13900000002', '13900000003'];
    const ids: string[] = [];
    for (const mobile of mobiles) ids.push(await accepted(mobile));
    await round(open());
    const states = () => Promise.all(ids.map(stateOf));
    await eventually(async () => (await states()).filter((state) => state !== 'sent').length === 3, {
      withinMs: 30_000,
    });
    expect(await states()).toEqual(['delivered', 'failed UNDELIV', 'failed 0x0000000b', 'sent']);
    expect(arrived.map(({ to }) => to).sort()).toEqual(mobiles);
    expect(arrived[0]?.text).toContain('养老保险转移2026-03-03已受理');
    const tasks = await api.db.selectFrom('tasks').select(['kind', 'transfer_id']).execute();
    expect(tasks.map(({ kind, transfer_id }) => `${kind} ${String(ids.indexOf(transfer_id!))}`).sort()).toEqual([
      'phoneNotice 1',
      'phoneNotice 2',
    ]);
  });

  test('a text longer than one message arrives as it was written', async () => {
    const text = `${'长短信，一条放不下。'.repeat(20)}“&%” %d`;
    const facts = { kind: '', language: '', officeName: '', statusCode: '', day: '', telephone: '' };
    const message = { reference: 'long-1', to: '13900000000', text, facts };
    expect(await open().send(message)).toEqual({ state: 'sent', gatewayRef: 'long-1' });
    await eventually(() => arrived.length === 1);
    expect(arrived[0]?.text).toBe(text);
  });

  test('a password that Kannel does not know, and a Kannel that is not there, are later', async () => {
    const id = await accepted('13900000000');
    await round(open({ SMS_KANNEL_PASSWORD: 'another' }));
    expect(await stateOf(id)).toBe('queued gateway403');
    await api.db
      .updateTable('notices')
      .set({ not_before: new Date('2026-03-03T01:00:00Z') })
      .execute();
    await kannel.stop();
    await round(open());
    expect(await stateOf(id)).toBe('queued gatewayUnreachable');
    expect(arrived).toEqual([]);
    kannel = await startKannel(centre.port);
    await api.db
      .updateTable('notices')
      .set({ not_before: new Date('2026-03-03T01:00:00Z') })
      .execute();
    await round(open());
    await eventually(async () => (await stateOf(id)) === 'delivered', { withinMs: 30_000 });
  });
});
