import { speedFigures, speedOf, wholeProductRace } from '../races/whole-product.ts';
import { atLeast, type Question } from '../question.ts';
import { ratios } from '../race.ts';

export const question: Question = {
  id: 'P1',
  question: 'transfers/s of the whole product, 64 at once',
  against: 'bare Temporal, remote activity per step, nothing stored',
  goal: { value: atLeast(1.2) },
  async run(context) {
    const raced = await wholeProductRace(context);
    return {
      measures: { value: ratios(speedOf(raced, 'product'), speedOf(raced, 'remote')) },
      figures: speedFigures(raced),
      remarks: raced.remarks,
    };
  },
};
