import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { listImportLines } from '../../db/imported/lines.ts';
import { searchTransfers } from '../../db/reading/search.ts';
import { searchTerm } from '../../domain/persons/search-terms.ts';
import { canonicalId } from '../../db/persons/person-rows.ts';
import { placePersons } from '../../db/persons/placed-persons.ts';
import { bankRow } from '../builders/bank-files.ts';
import type { Row } from '../builders/files.ts';
import { COUNTERPART_ROWS, takeIn } from '../builders/imports.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { testKeyring } from '../builders/office.ts';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { ownOffice } from '../support/own-office.ts';

const { db, office } = await ownOffice();
beforeAll(async () => {
  await standClockAt(db, '2026-11-30T10:00:00+08:00');
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
});

const waits = (number: number, 姓名: string, 公民身份号码: string, 原参保地行政区划 = '320100'): Row => ({
  业务编号: `IN202611${String(number).padStart(5, '0')}`,
  姓名,
  公民身份号码,
  信息表转移基金总额: `${String(1000 + number)}.00`,
  原参保地行政区划,
});

test('money finds a name that another system writes with other code points', async () => {
  const ids = [aResidentId(), aResidentId(), aResidentId()];
  const rows = [
    waits(1, '样\uE863', ids[0]!),
    waits(2, '样\u{845B}\u{E0100}例', ids[1]!),
    waits(3, '\uFEFF样\u200B例丙', ids[2]!),
  ];
  expect(await takeIn(db, office, 'openTransfers', rows)).toMatchObject({ refused: 0 });
  const names = ['样䶮', '样葛例', '样\u00A0例丙'];
  const paid = names.map((name, at) =>
    bankRow({
      serial: `N${String(at)}`,
      yuan: `${String(1001 + at)}.00`,
      memo: `养老转移 ${name} ${ids[at]!.slice(-6)}`,
    }),
  );
  const taken = await takeIn(db, office, 'bankStatement', paid);
  const { items } = await listImportLines(db, taken.id, { after: 0, limit: 10 });
  expect(items.map(({ verdict }) => verdict)).toEqual(['match', 'match', 'match']);
  const found = await searchTransfers(db, testKeyring, office.officeId, [[searchTerm('name', '样䶮')!]]);
  expect(found).toHaveLength(1);
});

test('whoever is known keeps their row when a file names them again, and what the file says stays with its case', async () => {
  const idNumber = aResidentId();
  await anAcceptedTransfer(db, office, { person: { name: '样例新', idNumber, mobile: '13900001234' } });
  const rows = [
    waits(11, '样例旧', idNumber),
    waits(12, '样例旧', idNumber, '330100'),
    waits(13, '样例另', aResidentId()),
  ];
  expect(await takeIn(db, office, 'openTransfers', rows)).toMatchObject({ refused: 0 });
  const { rows: cases } = await sql<{ person: string; said: Buffer | null; name: Buffer }>`
    select c.person_id as person, a.name_sealed as said, p.name_sealed as name from cases c
    join persons p on p.id = c.person_id left join applications a on a.case_id = c.id
    where p.id = (select person_id from cases where case_no = 'IN20261100011') order by c.case_no`.execute(db);
  expect(cases).toHaveLength(3);
  const open = (sealed: Buffer | null) => testKeyring.openText(sealed);
  expect(cases.map(({ name }) => open(name))).toEqual(['样例新', '样例新', '样例新']);
  expect(cases.map(({ said }) => open(said)).sort()).toEqual(['样例旧', '样例旧', '样例新'].sort());
});

test('a file tells how somebody is reached who could not be, and changes no number that is known', async () => {
  const [silent, known] = [aResidentId(), aResidentId()];
  await anAcceptedTransfer(db, office, { person: { name: '样例无号', idNumber: silent } });
  await anAcceptedTransfer(db, office, { person: { name: '样例有号', idNumber: known, mobile: '13900001111' } });
  const mobile = '13900002222';
  const brought = [
    { name: '样例无号', idNumber: silent, mobile },
    { name: '样例有号', idNumber: known, mobile },
  ];
  const placed = await db.transaction().execute((tx) => placePersons(tx, testKeyring, office.officeId, brought));
  expect(placed.map(({ isNew }) => isNew)).toEqual([false, false]);
  const { rows } = await sql<{ phone: Buffer; number: Buffer }>`select phone_sealed as phone, id_number_sealed as number
    from persons where id = any(${placed.map(({ id }) => id)}::uuid[])`.execute(db);
  const phones = new Map(rows.map(({ phone, number }) => [testKeyring.openText(number), testKeyring.openText(phone)]));
  expect([phones.get(canonicalId(silent)), phones.get(canonicalId(known))]).toEqual([mobile, '13900001111']);
});
