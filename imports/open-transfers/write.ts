/** Transfers whose info form is in: they go in standing in formAndFunds, waiting for money. */
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Tx } from '../../db/connection/connection.ts';
import { appendEvent } from '../../db/ledger/append-event.ts';
import { insertImportedTransfers } from '../../db/imported/transfers.ts';
import { proceduresByDay } from '../../db/imported/procedures.ts';
import { recordAnyFactIn } from '../../db/counter/record-fact.ts';
import { enqueueLook } from '../../db/ledger/outbox.ts';
import { formOfTotal } from '../rows/form-total.ts';
import { RowRefused, type ImportJob, type KindWriter } from '../rows/job.ts';
import { HistoryWalk } from '../../db/imported/history-walk.ts';
import { contradictions, writeKeyed, type KeyedKind, type RowChange } from '../rows/keyed-rows.ts';
import { openRows } from '../rows/open-rows.ts';
import { openTransferRows, type OpenTransferRow } from './read.ts';

const openTransfers: KeyedKind<OpenTransferRow> = {
  kind: 'openTransfers',
  rows: openTransferRows,
  async insert(tx, job, rows) {
    const { today } = job.context;
    const procedure = (await proceduresByDay(tx, 'in'))(today);
    const transfers = rows.map(({ row }) => ({
      procedure,
      caseNo: row.caseNumber,
      person: { name: row.name, idNumber: row.idNumber },
      counterpartId: job.directory.get(row.areaCode)!.id,
      acceptedOn: today,
      category: '',
      steward: '',
      letterSender: '',
      about: {},
      history: historyOf(procedure, row, today),
    }));
    const ids = await insertImportedTransfers(tx, job.keyring, job.context, transfers);
    return ids.map((transferId) => ({ transferId }));
  },
  change: changeTotal,
};

/** The file tells nothing of the way there; it begins on the day of the import. */
function historyOf(procedure: Procedure, { expectedFen: totalFen }: OpenTransferRow, today: string) {
  const walk = new HistoryWalk(procedure);
  const assumed = { assumed: true } as const;
  walk.note('accepted', today, assumed);
  walk.open('');
  walk.close('reviewed', today, assumed);
  walk.open('');
  const sent = walk.close('letterSent', today, { ...assumed, payload: { channel: 'platform', attempt: 1 } });
  // Every attempt has its letter; of this one nothing is known but that it was answered.
  walk.addLetter({
    attempt: 1,
    sentOn: today,
    channel: 'platform',
    waybill: null,
    kind: 'liaison',
    sentByFact: sent,
    state: 'delivered',
    stateOn: today,
    failureCode: null,
  });
  walk.open('');
  const form = walk.close('infoFormReceived', today, { payload: { totalFen } });
  walk.keep({ infoForm: { on: today, totalFen, byFact: form } });
  walk.open('');
  return walk.history;
}

/** A corrected form has another total; a person or a place does not change. */
async function changeTotal(tx: Tx, job: ImportJob, { row, columns, transferId, earlier }: RowChange<OpenTransferRow>) {
  const contradicted = contradictions({ earlier, columns }, ['姓名', '公民身份号码', '原参保地行政区划']);
  if (contradicted.length > 0) throw new RowRefused(contradicted);
  if (columns.includes('信息表转移基金总额')) {
    const detail = formOfTotal(row.row.expectedFen);
    await recordAnyFactIn(tx, job.keyring, { transferId, detail, by: { staffId: null, source: 'import' } });
  }
  await appendEvent(tx, transferId, {
    kind: 'imported',
    source: 'import',
    payload: { importId: job.context.importId, columns },
  });
  await enqueueLook(tx, transferId);
  return { transferId };
}

export const openTransfersWriter: KindWriter<OpenTransferRow> = {
  open: (bytes, { directory }) => openRows(bytes, openTransferRows, directory),
  write: (tx, job, rows) => writeKeyed(tx, job, rows, openTransfers),
};
