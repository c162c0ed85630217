/** A procedure that no office has: the console must draw it as it draws the others, from what is said of it. */
import { procedure, type FactUses, type Steps, type Words } from '../../domain/procedures/procedure.ts';

const steps = {
  check: {
    role: 'clerk',
    part: 'I2',
    limit: 'own',
    clock: 'acceptance',
    party: 'own',
    owner: 'steward',
    outcomes: { complete: {}, incomplete: { wants: 'reason' } },
  },
  supplement: {
    role: 'clerk',
    part: 'I2',
    limit: 'own',
    clock: 'opening',
    party: 'insured',
    owner: 'steward',
    outcomes: { supplied: {} },
  },
  opinion: {
    role: 'reviewer',
    part: 'I4',
    limit: 'own',
    clock: 'opening',
    party: 'higherAuthority',
    owner: 'continuity',
    outcomes: { granted: {}, denied: { wants: 'reason' } },
  },
  dispatch: {
    role: 'letterClerk',
    part: 'I3',
    limit: 'own',
    clock: 'opening',
    party: 'courier',
    owner: 'letterSender',
    outcomes: { dispatched: {} },
  },
} as const satisfies Steps;

const facts = {
  letterSent: { during: ['opinion', 'dispatch'], closes: ['dispatched'] },
  decided: {
    during: ['check', 'supplement', 'opinion'],
    closes: ['complete', 'incomplete', 'supplied', 'granted', 'denied'],
  },
} as const satisfies FactUses<typeof steps>;

const inTwoLanguages: Record<'zh-CN' | 'en', Words> = {
  'zh-CN': {
    type: '示例业务',
    steps: { check: '材料核查', supplement: '补正材料', opinion: '上级意见', dispatch: '寄送' },
    outcomes: {
      complete: '材料齐全',
      incomplete: '材料不全',
      supplied: '已补正',
      granted: '同意',
      denied: '不同意',
      dispatched: '已寄送',
    },
    stepsForPerson: { check: '材料核查', supplement: '补正材料', opinion: '上级意见', dispatch: '寄送' },
  },
  en: {
    type: 'An example',
    steps: { check: 'Check of papers', supplement: 'More papers', opinion: 'Opinion from above', dispatch: 'Dispatch' },
    outcomes: {
      complete: 'papers complete',
      incomplete: 'papers incomplete',
      supplied: 'papers supplied',
      granted: 'opinion in favour',
      denied: 'opinion against',
      dispatched: 'dispatched',
    },
    stepsForPerson: { check: 'Check', supplement: 'More papers', opinion: 'Opinion', dispatch: 'Dispatch' },
  },
};

const { en } = inTwoLanguages;
const words = { ...inTwoLanguages, ko: en, vi: en, fa: en };

export const madeUp = procedure({
  direction: 'out',
  type: 'example',
  version: '2027-1',
  validFrom: '2027-01-01',
  caseNoPrefix: 'EX',
  words,
  steps,
  facts,
  *run({ step }) {
    while ((yield* step('check')) === 'incomplete') yield* step('supplement');
    if ((yield* step('opinion')) === 'denied') return 'refused';
    yield* step('dispatch');
    return 'completed';
  },
});
