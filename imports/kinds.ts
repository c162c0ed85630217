import type { ImportKind } from '../db/imported/files.ts';
import type { KindWriter } from './rows/job.ts';
import { bankStatementWriter } from './bank-statement/write.ts';
import { contributionsWriter } from './contributions/write.ts';
import { coreReceiptsWriter } from './core-receipts/write.ts';
import { counterpartsWriter } from './counterparts/write.ts';
import { courierScansWriter } from './courier-scans/write.ts';
import { ledgerInWriter } from './ledger-in/write.ts';
import { ledgerOutWriter } from './ledger-out/write.ts';
import { platformInTransitWriter } from './platform-in-transit/write.ts';
import { openTransfersWriter } from './open-transfers/write.ts';

/** Every kind of file, with who reads and writes it. A row never leaves its own writer. */
export const IMPORT_KINDS: Readonly<Record<ImportKind, KindWriter<unknown>>> = {
  counterparts: counterpartsWriter,
  ledgerIn: ledgerInWriter,
  ledgerOut: ledgerOutWriter,
  openTransfers: openTransfersWriter,
  bankStatement: bankStatementWriter,
  courierScans: courierScansWriter,
  contributions: contributionsWriter,
  coreReceipts: coreReceiptsWriter,
  platformInTransit: platformInTransitWriter,
};
