import { cpuFigures, of, wholeProductRace } from '../races/whole-product.ts';
import { atMost, type Question } from '../question.ts';
import { ratios } from '../race.ts';

export const question: Question = {
  id: 'P3',
  table: 1,
  question: 'CPU of a transfer at that pace, all processes and the client',
  against: 'bare Temporal, local activity per step',
  goal: { value: atMost(1.15) },
  async run(context) {
    const raced = await wholeProductRace(context);
    return {
      measures: { value: ratios(of(raced, 'product', 'sumMs'), of(raced, 'local', 'sumMs')) },
      figures: cpuFigures(raced),
    };
  },
};
