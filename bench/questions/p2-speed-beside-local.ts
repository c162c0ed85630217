import { of, wholeProductRace } from '../races/whole-product.ts';
import { atLeast, type Question } from '../question.ts';
import { ratios } from '../race.ts';

export const question: Question = {
  id: 'P2',
  table: 1,
  question: 'the same transfers/s',
  against: 'bare Temporal, local activity per step, nothing stored',
  goal: { value: atLeast(0.85) },
  async run(context) {
    const raced = await wholeProductRace(context);
    return { measures: { value: ratios(of(raced, 'product', 'perSecond'), of(raced, 'local', 'perSecond')) } };
  },
};
