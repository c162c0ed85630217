/** Of every kind, who reads what it says. */
import type { DataOf } from '../../../documents/kind.ts';
import type { Kinds } from '../../../documents/kinds/index.ts';
import type { DocumentReader } from '../reading.ts';
import { readAcceptanceSlip } from './acceptance-slip.ts';
import { readBoxContents, readMonthlySheet } from './archive.ts';
import { readMissingMaterials, readPromise } from './materials.ts';
import { readNotApproved, readNotTakenUp } from './refusal.ts';

export const READERS: { readonly [Kind in keyof Kinds]: DocumentReader<DataOf<Kinds[Kind]>> } = {
  acceptanceSlip: readAcceptanceSlip,
  notTakenUp: readNotTakenUp,
  notApproved: readNotApproved,
  missingMaterials: readMissingMaterials,
  promise: readPromise,
  monthlySheet: readMonthlySheet,
  boxContents: readBoxContents,
};
