import { speedOf, wholeProductRace } from '../races/whole-product.ts';
import { atLeast, type Question } from '../question.ts';
import { ratios } from '../race.ts';

export const question: Question = {
  id: 'P2',
  question: 'transfers/s of the whole product, 64 at once',
  against: 'bare Temporal, local activity per step, nothing stored',
  goal: { value: atLeast(0.8) },
  async run(context) {
    const raced = await wholeProductRace(context);
    return { measures: { value: ratios(speedOf(raced, 'product'), speedOf(raced, 'local')) } };
  },
};
