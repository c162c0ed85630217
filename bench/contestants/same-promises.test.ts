/** The hand-written server keeps what it is compared for: a contestant that promises less would be no contestant. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../../scripts/servers/postgres-cluster.ts';
import { postgresUrl } from '../../test/support/servers.ts';
import { applicationOf } from '../engines/applicants.ts';
import { walkTransfer } from '../engines/clerks.ts';
import { samePromises, type SamePromises } from '../engines/same-promises.ts';
import { Worklist, type OpenStep } from '../engines/worklist.ts';
import { ask } from '../measuring/postgres-figures.ts';

const stops: (() => Promise<unknown>)[] = [];
let server: SamePromises;
let list: Worklist;
beforeAll(async () => {
  const admin = await postgresUrl();
  const suffix = randomUUID().replaceAll('-', '');
  const url = (name: string) => Object.assign(new URL(admin), { pathname: `/${name}_${suffix}` }).href;
  const postgres = { url, createDatabase: (name: string) => createDatabase(admin, `${name}_${suffix}`) };
  stops.push(() => ask(admin, `drop database if exists same_promises_${suffix} with (force)`));
  server = await samePromises({ atEnd: (stop) => void stops.push(stop) }, postgres);
  list = new Worklist(server.databaseUrl, 1);
  stops.push(() => list.stop());
});
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

const as = (username: string, key: string = randomUUID()) => ({ token: server.tokens.get(username)!, key });
const say = (id: string, fact: object, who: ReturnType<typeof as>) =>
  server.api.post(`/transfers/${id}/facts`, fact, who);
let no = 0;
async function accepted(): Promise<OpenStep> {
  const { body } = await server.api.post('/transfers', applicationOf(no++), as('clerk1'));
  return list.opened((body as { transfer: { id: string } }).transfer.id, 0);
}
const eligible = { kind: 'reviewed', outcome: 'eligible' };

test('a transfer goes from the counter to the booking, each step with an owner of the post and a deadline', async () => {
  const [money] = await server.moneyWaiting(1);
  const id = await walkTransfer(server, list, { no: no++, money: money! });
  const steps = await ask<{ step: string; username: string; isDue: boolean }>(
    server.databaseUrl,
    `select step, username, due_on - current_date >= 10 as "isDue" from steps join staff on staff.id = owner_id
      where transfer_id = $1 order by ordinal`,
    [id],
  );
  expect(steps.map(({ step }) => step).join(' ')).toBe(
    'review liaisonLetter delivery formAndFunds entry secondReview entry secondReview booking',
  );
  expect(steps.every(({ isDue }) => isDue)).toBe(true);
  expect(steps.map(({ username }) => username.replace(/\d/, '')).join(' ')).toBe(
    'review letter letter clerk entry review entry review account',
  );
  const [kept] = await ask<{ facts: number; events: number; messages: number; open: number }>(
    server.databaseUrl,
    `select (select count(*)::integer from events where transfer_id = $1 and fact_seq is not null) as facts,
      (select count(*)::integer from events where transfer_id = $1) as events,
      (select count(*)::integer from outbox where transfer_id = $1) as messages,
      (select count(*)::integer from transfers where id = $1 and closed_at is null) as open`,
    [id],
  );
  expect(kept).toEqual({ facts: 11, events: 20, messages: 11, open: 0 });
});

test('nobody without a session, of another post, or at the wrong step is heard', async () => {
  const { transferId } = await accepted();
  const answers = [
    await say(transferId, eligible, { token: 'nobodys', key: randomUUID() }),
    await say(transferId, eligible, as('clerk1')),
    await say(transferId, { kind: 'entered' }, as('entry1')),
    await say(randomUUID(), eligible, as('review1')),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 403, 409, 404]);
});

test('all defects are told at once', async () => {
  const { status, body } = await server.api.post(
    '/transfers',
    { person: { name: '', idNumber: '110102196001010001', mobile: '12' }, counterpartAreaCode: 'x' },
    as('clerk1'),
  );
  const fields = (body as { errors: { field: string }[] }).errors.map(({ field }) => field);
  expect({ status, fields }).toEqual({ status: 422, fields: ['name', 'idNumber', 'mobile', 'counterpartAreaCode'] });
});

test('the same words with the same key are one fact; other words are refused; two at once end one step', async () => {
  const { transferId } = await accepted();
  const who = as('review1');
  const both = await Promise.all([say(transferId, eligible, who), say(transferId, eligible, who)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
  expect(both[0].body).toEqual(both[1].body);
  expect((await say(transferId, { kind: 'entered' }, who)).status).toBe(409);
  const other = await accepted();
  const rivals = await Promise.all([1, 2].map((reviewer) => say(other.transferId, eligible, as(`review${reviewer}`))));
  expect(rivals.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('who has done a step may not do the one that is apart from it, whatever his post', async () => {
  const { transferId } = await accepted();
  const [money] = await server.moneyWaiting(1);
  await ask(
    server.databaseUrl,
    `update transfers set step = 'secondReview', done_by = (
    select jsonb_build_object('entry', jsonb_build_array(id)) from staff where username = 'review1') where id = $1`,
    [transferId],
  );
  const approved = { kind: 'secondReviewed', outcome: 'approved' };
  expect((await say(transferId, approved, as('review1'))).status).toBe(403);
  expect((await say(transferId, approved, as('review2'))).status).toBe(201);
  const body = { partId: money!.partId, decision: 'match', transferId };
  expect((await server.api.post(`/credits/${money!.creditId}/matches`, body, as('finance1'))).status).toBe(409);
});
