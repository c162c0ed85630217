/** The people and places of a generated office: colleagues of every post, counterparts of every province, common names. */
import type pg from 'pg';
import { normalisePersonName } from '../../domain/persons/person-name.ts';
import type { Keyring } from '../../db/connection/sealing.ts';

const POSTS = [
  ['clerk', '受理岗', 100],
  ['letterClerk', '发函岗', 30],
  ['entryClerk', '录入岗', 30],
  ['reviewer', '复核岗', 30],
  ['accountClerk', '个人账户岗', 10],
  ['finance', '财务岗', 10],
  ['manager', '科长', 1],
] as const;

const PROVINCES = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(
  ' ',
);
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚';

/** Into an office that is there already, or one of its own. What is there stays. */
export async function prepareOffice(client: pg.Client, keyring: Keyring): Promise<void> {
  await client.query(`insert into offices (id, name, area_code, telephone)
    select 'generated', '样例区社会保险事业管理中心', '110102', '010-66000000' where not exists (select from offices)`);
  for (const [role, post, howMany] of POSTS) {
    await client.query(
      `with added as (
        insert into staff (office_id, username, display_name, post)
        select offices.id, lower($1) || lpad(no::text, 3, '0'), $2 || no, $2 from offices, generate_series(1, $3::integer) as no
        on conflict do nothing returning id)
      insert into staff_roles select id, $1 from added`,
      [role, post, howMany],
    );
  }
  await client.query(
    `insert into counterparts (area_code, name, channel)
      select province || lpad(city::text, 2, '0') || '00', '样例省' || province || '第' || city || '社会保险中心',
        case city % 3 when 0 then 'platform' else 'ems' end
      from unnest($1::text[]) as province, generate_series(1, 11) as city on conflict do nothing`,
    [PROVINCES],
  );
  await prepareNames(client, keyring);
}

/** Sealed once and used by many: what a list opens is real, what it costs to seal ten million names is spared. */
export async function prepareNames(client: pg.Client, keyring: Keyring): Promise<void> {
  const names = [...SURNAMES].flatMap((surname) => [...GIVEN].map((given) => normalisePersonName(surname + given)));
  await client.query('create temp table names (no integer primary key, sealed bytea, key_version text, hash bytea)');
  const hashes = names.map((name) => keyring.hash('name', name));
  await client.query(
    `insert into names select (row_number() over ()) - 1, sealed, key_version, hash
      from unnest($1::bytea[], $2::text[], $3::bytea[]) as n (sealed, key_version, hash)`,
    [
      names.map((name) => keyring.seal(name)),
      hashes.map(({ keyVersion }) => keyVersion),
      hashes.map(({ hash }) => hash),
    ],
  );
}
