import { percentile } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';
import { idleOffice, total, type Rest } from '../races/idle-office.ts';

export const question: Question = {
  id: 'P9',
  table: 1,
  question: 'what 30,000 open transfers cost at rest: cores · transactions',
  against: 'the same office with none',
  goal: { 'more cores': atMost(0.05, ''), 'more transactions': atMost(5, '%') },
  async run(context) {
    const { empty, half, full, openedPerSecond, coldFactMs } = await idleOffice(context);
    return {
      measures: {
        'more cores': [total(full.cores) - total(empty.cores)],
        'more transactions': [(full.transactionsPerSecond / empty.transactionsPerSecond - 1) * 100],
      },
      figures: [
        { name: 'workflows started', unit: '/s', values: [openedPerSecond] },
        {
          name: 'fact on a cold transfer until its next step is open, p50',
          unit: 'ms',
          values: [percentile(coldFactMs, 50)],
        },
        { name: 'the same, p99', unit: 'ms', values: [percentile(coldFactMs, 99)] },
      ],
      table: { columns: ['open', ...COLUMNS(empty)], rows: [empty, half, full].map(rowOf) },
    };
  },
};

const COLUMNS = ({ cores, memory }: Rest): string[] => [
  ...Object.keys(cores).map((name) => `${name} cores`),
  ...Object.keys(memory).map((name) => `${name} MiB`),
  'transactions/s',
];

const rowOf = ({ open, cores, memory, transactionsPerSecond }: Rest): number[] => [
  open,
  ...Object.values(cores),
  ...Object.values(memory).map((bytes) => bytes / 2 ** 20),
  transactionsPerSecond,
];
