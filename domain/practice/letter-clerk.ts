/** Letters that go out and come back. */
import { exercises, RULES_OF_2009 } from './exercise.ts';

export const letterClerk = exercises([
  {
    key: 'postLetter',
    role: 'letterClerk',
    setting: 'toPost',
    shows: ['office', 'waybill'],
    rules: ({ given: { waybill } }) => [
      { key: 'posted', points: 60, ground: `${RULES_OF_2009}第八条`, recorded: { what: 'letterSent' } },
      { key: 'rightWaybill', points: 40, recorded: { what: 'letterSent', with: { waybill } } },
    ],
  },
  {
    key: 'registerReturn',
    role: 'letterClerk',
    setting: 'underWay',
    shows: ['office', 'waybill'],
    rules: () => [
      { key: 'returnRecorded', points: 50, recorded: { what: 'letterReturned' } },
      { key: 'addressCode', points: 30, recorded: { what: 'letterReturned', with: { reasonCode: 'M01' } } },
      { key: 'notLost', points: 20, notRecorded: { what: 'letterLost' } },
    ],
  },
]);
