/** At the counter. */
import { exercises, HANDLING_RULES, RULES_OF_2009 } from './exercise.ts';

export const clerk = exercises([
  {
    key: 'acceptApplication',
    role: 'clerk',
    setting: 'nothing',
    shows: ['name', 'idNumber', 'mobile', 'office'],
    rules: ({ given: { areaCode, mobile } }) => [
      { key: 'accepted', points: 50, ground: `${RULES_OF_2009}第八条`, recorded: { what: 'accepted' } },
      { key: 'rightOffice', points: 25, recorded: { what: 'accepted', with: { areaCode } } },
      {
        key: 'rightMobile',
        points: 25,
        ground: `${HANDLING_RULES}第十六条`,
        recorded: { what: 'accepted', with: { mobile } },
      },
    ],
  },
  {
    key: 'findDuplicate',
    role: 'clerk',
    setting: 'accepted',
    shows: ['name', 'idNumber', 'office'],
    asks: 'caseNo',
    rules: ({ caseNos }) => [
      { key: 'foundCase', points: 60, answered: caseNos[0] ?? '' },
      { key: 'notTwice', points: 40, ground: `${RULES_OF_2009}第八条`, notRecorded: { what: 'accepted' } },
    ],
  },
  {
    key: 'refuseWithCode',
    role: 'clerk',
    setting: 'nothing',
    isPensioner: true,
    shows: ['name', 'idNumber', 'office'],
    rules: () => [
      {
        key: 'refusedInWriting',
        points: 50,
        ground: `${RULES_OF_2009}第八条`,
        recorded: { what: 'refusedAtCounter' },
      },
      {
        key: 'pensionerCode',
        points: 30,
        ground: `${RULES_OF_2009}第二条`,
        recorded: { what: 'refusedAtCounter', with: { reasonCode: 'A02' } },
      },
      { key: 'notAccepted', points: 20, ground: `${RULES_OF_2009}第二条`, notRecorded: { what: 'accepted' } },
    ],
  },
  {
    key: 'tellByPhone',
    role: 'clerk',
    setting: 'cameBack',
    shows: ['name', 'mobile'],
    options: ['newLetter', 'applyAgain', 'askThere'],
    rules: () => [
      { key: 'saidNext', points: 50, ground: `${RULES_OF_2009}第八条`, answered: 'newLetter' },
      { key: 'toldRecorded', points: 30, ground: `${HANDLING_RULES}第十六条`, recorded: { what: 'personTold' } },
      { key: 'toldByPhone', points: 20, recorded: { what: 'personTold', with: { channel: 'phone' } } },
    ],
  },
]);
