import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTERPARTS, ledgerFile } from '../generate/files.ts';
import { importingOffice } from '../generate/importing-office.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { secondsOf } from '../measuring/seconds.ts';
import { atMost, type Question } from '../question.ts';
import { ratios } from '../race.ts';

export const question: Question = {
  id: 'P16',
  table: 2,
  question: 'import of an old ledger, 10,000 rows a file (33,334 with --large, 100,000 in all)',
  against: 'COPY of the same rows into one table of text columns',
  goal: { value: atMost(10) },
  async run(context) {
    const rows = context.size(10_000, 500, 33_334);
    const offices = await importingOffice(context);
    const office = await offices.another();
    await office.takeIn('counterparts', COUNTERPARTS);
    const [imported, copied]: [number[], number[]] = [[], []];
    for (let repetition = 0; repetition < context.repetitions; repetition++) {
      const file = ledgerFile(repetition * rows, rows);
      const path = join(context.folder, `ledger-${repetition}.csv`);
      writeFileSync(path, file);
      chmodSync(path, 0o644);
      copied.push(await secondsOf(() => copyInto(office.databaseUrl, path, file)));
      imported.push(await secondsOf(() => office.takeIn('ledgerIn', file)));
      context.say(`  ${rows} rows: ${imported.at(-1)!.toFixed(1)} s, COPY ${copied.at(-1)!.toFixed(2)} s`);
    }
    const rate = (seconds: readonly number[]) => seconds.map((one) => rows / one);
    return {
      measures: { value: ratios(imported, copied) },
      figures: [
        { name: 'Baton', unit: 'rows/s', values: rate(imported) },
        { name: 'COPY', unit: 'rows/s', values: rate(copied) },
      ],
      remarks: ['a row becomes some 35 rows of 14 tables with their indexes and foreign keys'],
    };
  },
};

async function copyInto(databaseUrl: string, path: string, file: Buffer): Promise<void> {
  const header = file.toString('utf8', 0, file.indexOf('\n')).trim().split(',');
  await ask(databaseUrl, `create table if not exists copied (${header.map((name) => `"${name}" text`).join(', ')})`);
  await ask(databaseUrl, `copy copied from '${path}' with (format csv, header)`);
}
