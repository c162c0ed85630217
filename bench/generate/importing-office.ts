/** Offices without a past that take in files as the product does, one after the other in one PostgreSQL. */
import { connect } from '../../db/connection/connection.ts';
import { createImport, readImport, withNextImport, type ImportKind } from '../../db/imported/files.ts';
import { migrateToLatest } from '../../db/connection/migrate.ts';
import { importFile } from '../../imports/import-file.ts';
import type { Context } from '../context.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { throwAwayKeyring } from './keyring.ts';

export interface ImportingOffice {
  readonly databaseUrl: string;
  /** @throws when a line was refused or the file failed */
  takeIn(kind: ImportKind, file: Buffer): Promise<void>;
}

export async function importingOffice(context: Context) {
  const postgres = await benchPostgres(context, { max_wal_size: '8GB' });
  let offices = 0;
  return {
    async another(): Promise<ImportingOffice> {
      const name = `importing_${++offices}`;
      await postgres.createDatabase(name);
      const databaseUrl = postgres.url(name);
      await migrateToLatest(databaseUrl);
      await ask(databaseUrl, PEOPLE);
      const [manager] = await ask<{ id: string }>(databaseUrl, `select id from staff where username = 'manager'`);
      const db = connect(databaseUrl);
      context.atEnd(() => db.destroy());
      const keyring = throwAwayKeyring();
      return {
        databaseUrl,
        async takeIn(kind, file) {
          const { id } = await createImport(db, keyring, { officeId: 'bench', kind, file, byStaffId: manager!.id });
          await withNextImport(db, (next) => importFile(db, keyring, next));
          const { state, refused, failure } = (await readImport(db, 'bench', id))!;
          if (state !== 'done' || refused > 0) throw new Error(`${kind}: ${state}, ${refused} refused ${failure}`);
        },
      };
    },
  };
}

const PEOPLE = `with office as (
    insert into offices (id, name, area_code, telephone) values ('bench', '样例区社会保险事业管理中心', '110102', '010-66000000') returning id),
  people as (
    insert into staff (office_id, username, display_name)
    select id, role, role from office, unnest(array['clerk', 'letterClerk', 'entryClerk', 'reviewer', 'accountClerk', 'finance', 'manager']) as role
    returning id, username)
  insert into staff_roles select id, username from people`;
