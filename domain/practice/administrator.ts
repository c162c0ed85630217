/** Who keeps the office in order. */
import { exercises } from './exercise.ts';

export const administrator = exercises([
  {
    key: 'bookAbsence',
    role: 'administrator',
    setting: 'nothing',
    shows: ['colleague', 'fromDay', 'untilDay'],
    rules: ({ given: { username, fromDay, untilDay } }) => [
      { key: 'absenceEntered', points: 40, recorded: { what: 'absence', with: { username } } },
      { key: 'rightDays', points: 40, recorded: { what: 'absence', with: { username, fromDay, untilDay } } },
      { key: 'standInNamed', points: 20, recorded: { what: 'absence', with: { username, standIn: 'named' } } },
    ],
  },
]);
