import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { openLink, type Link } from '../../../chaos/link.ts';
import { connect } from '../../../db/connection/connection.ts';
import { freshDatabaseUrl } from '../../support/database.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function aPoolBehindALink(): Promise<{ link: Link; ask: () => Promise<number | undefined> }> {
  const { url, drop } = await freshDatabaseUrl();
  opened.push(drop);
  const link = await openLink(() => Number(new URL(url).port));
  opened.push(() => link.close());
  const through = new URL(url);
  through.port = String(link.port);
  const db = connect(through.href, { max: 4, unansweredMs: 2_000 });
  opened.push(() => db.destroy());
  return { link, ask: async () => (await sql<{ one: number }>`select 1 as one`.execute(db)).rows[0]?.one };
}

test('after a network that forgot every connection one query is lost, and none after it', async () => {
  const { link, ask } = await aPoolBehindALink();
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual([1, 1, 1, 1]);
  link.impose({ holds: ['toServer', 'toClient'], forgets: true })();
  await expect(ask()).rejects.toThrow('Query read timeout');
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual([1, 1, 1, 1]);
});

test('a query whose answer is only late disturbs nobody', async () => {
  const { link, ask } = await aPoolBehindALink();
  expect(await ask()).toBe(1);
  const lift = link.impose({ delayMs: 200 });
  expect(await ask()).toBe(1);
  lift();
  expect(await ask()).toBe(1);
});
