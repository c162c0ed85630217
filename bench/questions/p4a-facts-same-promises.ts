import { factsAccepted } from '../races/facts-accepted.ts';
import { atLeast, type Question } from '../question.ts';
import { ratios } from '../race.ts';

export const question: Question = {
  id: 'P4a',
  table: 1,
  question: 'facts/s accepted by the API, the next step opened with each',
  against: 'the same promises by hand: Express and pg, nothing else',
  goal: { value: atLeast(0.6) },
  async run(context) {
    const { perSecond, figures } = await factsAccepted(context);
    return { measures: { value: ratios(perSecond.product, perSecond.promises) }, figures };
  },
};
