import { factsAccepted } from '../races/facts-accepted.ts';
import { atLeast, type Question } from '../question.ts';
import { ratios } from '../race.ts';

export const question: Question = {
  id: 'P4b',
  table: 1,
  question: 'the same facts/s',
  against: 'bare Express and pg: one statement that stores it, no promise',
  goal: { value: atLeast(0.3) },
  async run(context) {
    const { perSecond } = await factsAccepted(context);
    return {
      measures: { value: ratios(perSecond.product, perSecond.bare) },
      figures: [
        {
          name: 'what the promises cost by hand, as a part of the bare speed',
          unit: '×',
          values: ratios(perSecond.promises, perSecond.bare),
        },
      ],
    };
  },
};
