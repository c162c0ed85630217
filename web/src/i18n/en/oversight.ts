import type { Schemas } from '../../api/types.ts';

/** What stands behind a number that is none of the rates. */
export const numbers = {
  title: 'What stands behind the number',
  count_one: '{{count}} item',
  count_other: '{{count}} items',
  sum: 'together',
  span: 'From {{from}} to {{to}}',
  sinceBeginning: 'Until {{to}}',
  part: 'Of it here',
  payer: 'Payer',
  bookedOn: 'Booked on',
  received: 'Received by the bank’s word',
  opening: 'Opening balance of an imported ledger',
  empty: 'Nothing stands behind this number.',
};

/** What was refused in writing. */
export const refusals = {
  title: 'Refused in writing',
  one: 'A refusal',
  none: 'Nothing was refused.',
  anyKind: 'Every kind',
  by: 'Refused by',
  kinds: { notTakenUp: 'Not taken up', notApproved: 'Not approved' } satisfies Record<Schemas['RefusalKind'], string>,
  papers: { notTakenUp: 'Not taken up', notApproved: 'Not approved' } satisfies Record<Schemas['RefusalKind'], string>,
};

/** Who holds what he cannot do. */
export const heldWork = {
  title: 'Who holds what he cannot',
  explain: 'What somebody else can do goes on by itself within a minute. What stays here lacks a role or a colleague.',
  count_one: '{{count}} piece of work',
  count_other: '{{count}} pieces of work',
  none: 'Everybody may do what he holds, and is there.',
  any: 'Any reason',
  what: 'Work',
  holder: 'Held by',
  role: 'Role',
  deputy: 'deputy: {{name}}',
  takeOver: 'Take over',
  taken: 'You hold it now.',
  kinds: { step: 'Step', task: 'Task', stewardship: 'Stewardship' } satisfies Record<Schemas['HeldWorkKind'], string>,
  why: {
    gone: 'The account is closed',
    away: 'Is away',
    notOfTheRole: 'Has not the role',
    barred: 'Did a step that must be apart',
    nobodyElse: 'Nobody else may',
  } satisfies Record<Schemas['WhyHeldWrongly'], string>,
};

/** What people decided by hand in a period. */
export const manualDecisions = {
  title: 'Decided by hand',
  explain:
    'What people decided in the period beside the plain course of the procedure, each once, with both names where it took two.',
  month: 'Month',
  previous: 'Month before',
  next: 'Month after',
  anyKind: 'Every kind',
  anyone: 'Everybody',
  who: 'Decided by',
  second: 'Confirmed by',
  count_one: '{{count}} decision',
  count_other: '{{count}} decisions',
  none: 'Nothing was decided by hand.',
  counts: 'By kind and person',
  number: 'Number',
  about: { alone: 'by one person alone' },
  kinds: {
    refusedProposal: 'A proposal refused',
    takenOver: 'Taken over',
    held: 'Put on hold',
    resumed: 'Resumed',
    decidedAgainst: 'Refused or sent back',
    sentBackToCounterpart: 'Form sent back',
    closedWithoutTransfer: 'Closed without transfer',
    fundsAgreed: 'Amount settled',
    moneyDecided: 'Whose money it is',
    taskClosed: 'Task closed',
    contactChanged: 'Mobile or address corrected',
    statusCodeRenewed: 'New status code',
    applicationRefused: 'Not taken up',
    absenceBegun: 'Marked away',
    absenceEnded: 'Marked back',
    revealed: 'Whole numbers shown',
    takenOutOfBox: 'Taken out of its archive box',
  } satisfies Record<Exclude<Schemas['ManualDecisionKind'], Schemas['ApprovalKind']>, string>,
};
