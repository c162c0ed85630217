import { of, speedFigures, wholeProductRace } from '../races/whole-product.ts';
import { atLeast, type Question } from '../question.ts';
import { ratios } from '../race.ts';

export const question: Question = {
  id: 'P1',
  table: 1,
  question: 'transfers/s of the whole product at the pace of people: 256 at once, 400 ms between opening and answer',
  against: 'bare Temporal, remote activity per step, nothing stored',
  goal: { value: atLeast(1.15) },
  async run(context) {
    const raced = await wholeProductRace(context);
    return {
      measures: { value: ratios(of(raced, 'product', 'perSecond'), of(raced, 'remote', 'perSecond')) },
      figures: speedFigures(raced),
      remarks: raced.remarks,
    };
  },
};
