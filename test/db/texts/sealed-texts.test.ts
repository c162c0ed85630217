/** What people say stands apart from the history: it opens where it was said, and history does not change with it. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { appendEvent } from '../../../db/ledger/append-event.ts';
import { listEvents } from '../../../db/reading/history.ts';
import { receiveReceipt } from '../../../db/notices/receipts.ts';
import { receiveScans } from '../../../db/courier/scans.ts';
import { newText, openText } from '../../../db/texts/sealed-texts.ts';
import { testKeyring } from '../../builders/office.ts';
import { anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';

const { db, office } = await ownOffice();

const historyOf = async (id: string) => (await listEvents(db, testKeyring, id, { after: 0, limit: 100 })).items;
const storedOf = async (id: string): Promise<string> => {
  const { rows } = await sql<{ said: string }>`select string_agg(to_jsonb(events)::text, ' ' order by seq) as said
    from events where transfer_id = ${id}`.execute(db);
  return rows[0]!.said;
};
const textsOf = (id: string) => db.selectFrom('sealed_texts').selectAll().where('transfer_id', '=', id).execute();

async function withTwoTexts(note: string): Promise<string> {
  const id = await anAcceptedTransfer(db, office);
  const detail = { kind: 'counterpartContacted', channel: 'phone', legalGround: '社会保险法第十九条' } as const;
  const recorded = await walk(db, office, id).say('clerk', detail, { note });
  expect(recorded.said).toEqual({ note, legalGround: '社会保险法第十九条' });
  return id;
}

test('the event of a fact keeps the ids of what was said, and whoever reads it is told the words', async () => {
  const id = await withTwoTexts('甲乙丙');
  expect((await historyOf(id)).at(-1)).toMatchObject({
    kind: 'counterpartContacted',
    payload: { channel: 'phone', note: '甲乙丙', legalGround: '社会保险法第十九条' },
  });
  const stored = await storedOf(id);
  expect(stored).not.toMatch(/甲乙丙|社会保险法|noteSealed/);
  const texts = await textsOf(id);
  expect(texts).toHaveLength(2);
  for (const { id: textId, sealed } of texts) {
    expect(stored).toContain(textId);
    expect(sealed.toString('utf8')).not.toMatch(/甲乙丙|社会保险法/);
  }
});

test('what is destroyed is gone for every reader, and no event has changed by it', async () => {
  const id = await withTwoTexts('丁戊己');
  const before = await storedOf(id);
  await db.deleteFrom('sealed_texts').where('transfer_id', '=', id).execute();
  expect(await storedOf(id)).toBe(before);
  expect((await historyOf(id)).at(-1)!.payload).toEqual({ channel: 'phone' });
});

test('an event in which the release before has sealed its note is read as before', async () => {
  const id = await anAcceptedTransfer(db, office);
  const noteSealed = testKeyring.seal('庚辛').toString('base64');
  await db
    .transaction()
    .execute((tx) => appendEvent(tx, id, { kind: 'repaired', source: 'system', payload: { why: 'a', noteSealed } }));
  expect((await historyOf(id)).at(-1)!.payload).toEqual({ why: 'a', note: '庚辛' });
});

test('a text opens in its own row only', () => {
  const one = newText(testKeyring, { officeId: null }, 'one')!;
  const other = newText(testKeyring, { officeId: null }, 'other')!;
  expect(openText(testKeyring, one)).toBe('one');
  expect(() => openText(testKeyring, { id: other.id, sealed: one.sealed })).toThrow();
  expect(() => testKeyring.open(one.sealed)).toThrow();
});

test('what is told again leaves no second text behind', async () => {
  const count = async () =>
    Number((await sql<{ n: string }>`select count(*) as n from sealed_texts`.execute(db)).rows[0]!.n);
  const scan = {
    waybill: '1055555555559',
    scannedAt: new Date('2026-01-05T08:00:00Z'),
    code: '704',
    text: '妥投 壬癸',
  };
  const tell = () => receiveScans(db, testKeyring, { officeId: office.officeId, source: 'webhook', scans: [scan] });
  const receipt = { reference: 'not-ours-yet', state: 'failed', reason: '空号 子丑' } as const;
  const before = await count();
  expect([await tell(), await receiveReceipt(db, testKeyring, receipt)]).toMatchObject([{ accepted: 1 }, 'parked']);
  expect(await count()).toBe(before + 2);
  expect([await tell(), await receiveReceipt(db, testKeyring, receipt)]).toMatchObject([{ unchanged: 1 }, 'unchanged']);
  expect(await count()).toBe(before + 2);
});
