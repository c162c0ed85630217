/** What each role is shown: on the page of its day, and in the frame around every page. */
import { ROLES, type Role } from '../../../domain/roles.ts';

const link = (path: string): string => `.navbar a[href="/app/${path}"]`;
const HEADING = 'main h1';

/** Each a thing that stands on the screen, called by the word that stands there. */
const STOPS = {
  desk: { target: HEADING, title: 'myWork.title' },
  post: { target: HEADING, title: 'post.title' },
  bank: { target: HEADING, title: 'bank.title' },
  asOf: { target: HEADING, title: 'figures.title' },
  firstSteps: { target: HEADING, title: 'firstSteps.title' },
  search: { target: '.topbar .search', title: 'layout.search.label' },
  clock: { target: '.topbar .clock', title: 'layout.clock.label' },
  account: { target: '.topbar .who', title: 'layout.account' },
  counter: { target: link('counter'), title: 'layout.counter' },
  accept: { target: link('accept'), title: 'layout.accept' },
  refusals: { target: link('refusals'), title: 'layout.refusals' },
  phone: { target: link('phone'), title: 'layout.phone' },
  practice: { target: link('practice'), title: 'layout.practiceDesk' },
  myWork: { target: link('my-work'), title: 'layout.myWork' },
  colleagues: { target: link('colleagues'), title: 'layout.colleagues' },
  approvals: { target: link('approvals'), title: 'layout.approvals' },
  imports: { target: link('imports'), title: 'layout.imports' },
  figures: { target: link('figures'), title: 'layout.figures' },
  heldWork: { target: link('held-work'), title: 'layout.heldWork' },
  manualDecisions: { target: link('manual-decisions'), title: 'layout.manualDecisions' },
  staff: { target: link('staff'), title: 'layout.staff' },
  settings: { target: link('settings'), title: 'layout.settings' },
  operator: { target: link('operator'), title: 'layout.operator' },
} as const;
export type StopKey = keyof typeof STOPS;

export type Stop = { readonly key: StopKey } & (typeof STOPS)[StopKey];

interface Tour {
  /** Where it begins. */
  readonly at: '/my-work' | '/post' | '/bank' | '/figures' | '/first-steps';
  readonly stops: readonly StopKey[];
}

export const TOURS: Readonly<Record<Role, Tour>> = {
  clerk: { at: '/my-work', stops: ['desk', 'search', 'counter', 'accept', 'refusals', 'phone', 'practice'] },
  letterClerk: { at: '/post', stops: ['post', 'myWork', 'search', 'colleagues', 'clock', 'practice'] },
  entryClerk: { at: '/my-work', stops: ['desk', 'search', 'colleagues', 'clock', 'account', 'practice'] },
  reviewer: { at: '/my-work', stops: ['desk', 'search', 'refusals', 'approvals', 'clock', 'practice'] },
  accountClerk: { at: '/my-work', stops: ['desk', 'search', 'approvals', 'clock', 'account', 'practice'] },
  finance: { at: '/bank', stops: ['bank', 'imports', 'approvals', 'search', 'figures', 'practice'] },
  manager: {
    at: '/figures',
    stops: ['asOf', 'myWork', 'colleagues', 'heldWork', 'approvals', 'manualDecisions', 'practice'],
  },
  administrator: {
    at: '/first-steps',
    stops: ['firstSteps', 'staff', 'settings', 'operator', 'imports', 'approvals', 'practice'],
  },
};

/** Of somebody with several roles: whoever answers for all sees all. */
export function tourOf(roles: readonly Role[]): Tour {
  const role = roles.includes('manager') ? 'manager' : ROLES.find((one) => roles.includes(one));
  return TOURS[role ?? 'clerk'];
}

export const stopsOf = ({ stops }: Tour): Stop[] => stops.map((key) => ({ key, ...STOPS[key] }));
