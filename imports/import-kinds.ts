import type { ImportKind } from '../db/imported/files.ts';
import type { KindWriter } from './import-job.ts';
import { bankStatementWriter } from './write-bank-statement.ts';
import { counterpartsWriter } from './write-counterparts.ts';
import { courierScansWriter } from './write-courier-scans.ts';
import { ledgerInWriter } from './write-ledger-in.ts';
import { ledgerOutWriter } from './write-ledger-out.ts';
import { openTransfersWriter } from './write-open-transfers.ts';

/** Every kind of file, with who reads and writes it. A row never leaves its own writer. */
export const IMPORT_KINDS: Readonly<Record<ImportKind, KindWriter<unknown>>> = {
  counterparts: counterpartsWriter,
  ledgerIn: ledgerInWriter,
  ledgerOut: ledgerOutWriter,
  openTransfers: openTransfersWriter,
  bankStatement: bankStatementWriter,
  courierScans: courierScansWriter,
};
