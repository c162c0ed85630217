import type { Debit } from '../../db/credits/debits.ts';
import { asCsv } from './csv.ts';

const COLUMNS = [
  'bookedOn', 'account', 'serial', 'amountFen', 'isReversal', 'otherSide', 'memo', 'state', 'found', 'takenBackFen', 'credits', 'caseNos', 'owners', 'dueOn',
]; // prettier-ignore

export const debitsCsv = (debits: readonly Debit[]): string => asCsv(debits.map(rowOf), COLUMNS);

const rowOf = ({ takenBack, candidates, tasks, isReversal, ...debit }: Debit) => ({
  ...debit,
  isReversal: String(isReversal),
  takenBackFen: takenBack.reduce((sum, { amountFen }) => sum + amountFen, 0),
  credits: listed([...takenBack, ...candidates].map(({ serial }) => serial)),
  caseNos: listed([...takenBack, ...tasks].map(({ caseNo }) => caseNo)),
  owners: listed(tasks.filter(({ closedAt }) => closedAt === null).map(({ owner }) => owner.displayName)),
  dueOn:
    tasks
      .filter(({ closedAt }) => closedAt === null)
      .map(({ dueOn }) => dueOn)
      .sort()[0] ?? '',
});

/** Each once. */
const listed = (words: readonly (string | null)[]): string =>
  [...new Set(words.filter((word) => word !== null))].join(' ');
