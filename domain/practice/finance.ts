/** Money that waits. */
import { exercises, RULES_OF_2009 } from './exercise.ts';

/** The amount of the form, to the fen. */
const whole = { amount: 'whole' };

export const finance = exercises([
  {
    key: 'matchCredit',
    role: 'finance',
    setting: 'oneCredit',
    shows: ['office', 'name'],
    rules: () => [
      { key: 'creditMatched', points: 70, ground: `${RULES_OF_2009}第八条`, recorded: { what: 'matched', about: 0 } },
      { key: 'wholeAmount', points: 30, recorded: { what: 'matched', about: 0, with: whole } },
    ],
  },
  {
    key: 'splitCredit',
    role: 'finance',
    setting: 'creditOfTwo',
    shows: ['office'],
    rules: () => [
      { key: 'firstShare', points: 50, recorded: { what: 'matched', about: 0, with: whole } },
      { key: 'secondShare', points: 50, recorded: { what: 'matched', about: 1, with: whole } },
    ],
  },
  {
    key: 'sendCreditBack',
    role: 'finance',
    setting: 'strangeCredit',
    shows: [],
    rules: () => [
      { key: 'returnProposed', points: 60, ground: '财社〔2017〕144号', recorded: { what: 'returnProposed' } },
      { key: 'strangerCode', points: 40, recorded: { what: 'returnProposed', with: { reasonCode: 'F07' } } },
    ],
  },
]);
