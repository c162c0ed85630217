/** What is missing, said at once (一次性告知), and what is promised for a day (容缺). */
import type { MissingMaterialsData, PromiseData } from '../../../documents/kinds/materials.ts';
import { Refusal, refuseDefects, type Defect } from '../../../domain/errors.ts';
import { numberOfTransfer } from '../numbers.ts';
import type { DocumentReader, Reading } from '../reading.ts';
import { readTransferFacts } from './transfer.ts';

export const readMissingMaterials: DocumentReader<MissingMaterialsData> = async (reading) => {
  const facts = await openTransfer(reading);
  refuseDefects(withoutMaterials(reading));
  return {
    number: await numberOfTransfer(reading.tx, { transferId: facts.id, kind: 'missingMaterials', letters: 'GZ' }),
    data: await saidOf(reading, facts),
  };
};

export const readPromise: DocumentReader<PromiseData> = async (reading) => {
  const facts = await openTransfer(reading);
  const { promisedOn = '' } = reading.input;
  const noDay = { field: 'input.promisedOn', code: 'missing', message: 'By which day is it promised?' };
  const past = { field: 'input.promisedOn', code: 'past', message: 'What is promised lies ahead.' };
  refuseDefects([
    ...withoutMaterials(reading),
    ...(promisedOn === '' ? [noDay] : promisedOn < reading.today ? [past] : []),
  ]);
  return {
    number: await numberOfTransfer(reading.tx, { transferId: facts.id, kind: 'promise', letters: 'RQ' }),
    data: { ...(await saidOf(reading, facts)), promisedOn },
  };
};

/** Once it is closed nothing can be brought any more. */
async function openTransfer(reading: Reading) {
  const facts = await readTransferFacts(reading);
  if (facts.closed_at !== null) throw new Refusal('not-due', 'This transfer is closed: nothing is missing any more.');
  return facts;
}

const withoutMaterials = ({ input }: Reading): Defect[] =>
  (input.materials ?? []).some((material) => material.trim() !== '')
    ? []
    : [{ field: 'input.materials', code: 'missing', message: 'Name every paper that is missing: they are told once.' }];

async function saidOf({ input }: Reading, facts: Awaited<ReturnType<typeof readTransferFacts>>) {
  return {
    personName: facts.personName,
    caseNo: facts.case_no,
    acceptedOn: facts.acceptedOn,
    materials: (input.materials ?? []).map((material) => material.trim()).filter(Boolean),
    note: input.note?.trim() ?? '',
    telephone: facts.telephone,
  };
}
