/** Papers that left without a ledger: one that stands, the one that it took the place of, and words as they came with the program. */
import type { components } from '../../api/contract.generated.ts';
import { KINDS } from '../../documents/kinds/index.ts';
import { DOCUMENT_KINDS } from '../../domain/documents/kinds.ts';
import { fieldWords } from '../../domain/documents/words.ts';
import { CLERK } from './mock-office.ts';

type Schemas = components['schemas'];

const document = (transferId: string, version: number, replacedAt: string | null): Schemas['Document'] => ({
  id: `00000000-0000-4000-8000-0000000d000${version}`,
  kind: 'acceptanceSlip',
  transferId,
  subjectId: null,
  number: 'ZR20260600001-HZ',
  version,
  replacedAt,
  checkCode: null,
  pages: 1,
  byteLength: 33_000,
  madeOn: '2026-06-01',
  madeAt: '2026-06-01T02:00:00Z',
  madeBy: CLERK,
});

export const documentsOf = (transferId: string): Schemas['Documents'] => ({
  items: [document(transferId, 2, null), document(transferId, 1, '2026-06-01T02:00:00Z')],
  ready: [
    { kind: 'acceptanceSlip', asks: [] },
    { kind: 'missingMaterials', asks: ['materials'] },
    { kind: 'caseFile', asks: [] },
  ],
});

export const documentTemplates: Schemas['DocumentTemplates'] = {
  items: DOCUMENT_KINDS.map((name) => {
    const { title, words, ...kind } = KINDS[name];
    return {
      kind: name,
      title,
      fields: Object.values(fieldWords(kind)),
      standard: { ...words },
      needed: {},
      now: null,
      ahead: [],
    };
  }),
};

/** An office that moves soon. */
export const letterhead: Schemas['Letterhead'] = {
  now: null,
  ahead: [
    {
      address: '样例市样例路1号',
      postcode: '100000',
      sealText: '',
      logo: null,
      fromDay: '2026-09-01',
      changedBy: CLERK,
      changedAt: '2026-06-01T02:00:00Z',
    },
  ],
};
