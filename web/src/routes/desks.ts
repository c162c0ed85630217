/** What people at their desks work with. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { contactsSearch } from '../contacts-params.ts';
import { bankSearch, importsSearch, remittancesSearch, waitingMoneySearch } from '../money-params.ts';
import { acceptSearch, entrySearch, inTraySearch, postSearch, workSearch } from '../search-params.ts';
import { needId } from './need-id.ts';
import { needPractice } from './need-practice.ts';
import { shell } from './shell.ts';

const counter = createRoute({
  getParentRoute: () => shell,
  path: 'counter',
  component: lazyRouteComponent(() => import('../pages/counter/counter-page.tsx'), 'CounterPage'),
});

const accept = createRoute({
  getParentRoute: () => shell,
  path: 'accept',
  validateSearch: acceptSearch,
  component: lazyRouteComponent(() => import('../pages/accept/accept-page.tsx'), 'AcceptPage'),
});

const transfer = createRoute({
  getParentRoute: () => shell,
  path: 'transfers/$id',
  beforeLoad: needId,
  component: lazyRouteComponent(() => import('../pages/transfer/transfer-page.tsx'), 'TransferPage'),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: 'transfers/$id/person',
  beforeLoad: needId,
  component: lazyRouteComponent(() => import('../pages/person/person-page.tsx'), 'PersonPage'),
});

const entry = createRoute({
  getParentRoute: () => shell,
  path: 'transfers/$id/entry',
  validateSearch: entrySearch,
  beforeLoad: needId,
  component: lazyRouteComponent(() => import('../pages/entry/entry-page.tsx'), 'EntryPage'),
});

const cleanForms = createRoute({
  getParentRoute: () => shell,
  path: 'clean-forms',
  component: lazyRouteComponent(() => import('../pages/entry/clean-forms-page.tsx'), 'CleanFormsPage'),
});

const myWork = createRoute({
  getParentRoute: () => shell,
  path: 'my-work',
  validateSearch: workSearch,
  component: lazyRouteComponent(() => import('../pages/my-work/my-work-page.tsx'), 'MyWorkPage'),
});

const approvals = createRoute({
  getParentRoute: () => shell,
  path: 'approvals',
  component: lazyRouteComponent(() => import('../pages/approvals/approvals-page.tsx'), 'ApprovalsPage'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: 'imports',
  validateSearch: importsSearch,
  component: lazyRouteComponent(() => import('../pages/imports/imports-page.tsx'), 'ImportsPage'),
});

const bank = createRoute({
  getParentRoute: () => shell,
  path: 'bank',
  validateSearch: bankSearch,
  component: lazyRouteComponent(() => import('../pages/bank/bank-page.tsx'), 'BankPage'),
});

const waitingMoney = createRoute({
  getParentRoute: () => shell,
  path: 'bank/waiting',
  validateSearch: waitingMoneySearch,
  component: lazyRouteComponent(() => import('../pages/waiting-money/waiting-page.tsx'), 'WaitingPage'),
});

const remittances = createRoute({
  getParentRoute: () => shell,
  path: 'bank/remittances',
  validateSearch: remittancesSearch,
  component: lazyRouteComponent(() => import('../pages/remittances/remittances-page.tsx'), 'RemittancesPage'),
});

const debit = createRoute({
  getParentRoute: () => shell,
  path: 'bank/debits/$id',
  beforeLoad: needId,
  component: lazyRouteComponent(() => import('../pages/debit/debit-page.tsx'), 'DebitPage'),
});

const post = createRoute({
  getParentRoute: () => shell,
  path: 'post',
  validateSearch: postSearch,
  component: lazyRouteComponent(() => import('../pages/post/post-page.tsx'), 'PostPage'),
});

const inTray = createRoute({
  getParentRoute: () => shell,
  path: 'in-tray',
  validateSearch: inTraySearch,
  component: lazyRouteComponent(() => import('../pages/in-tray/in-tray-page.tsx'), 'InTrayPage'),
});

const contacts = createRoute({
  getParentRoute: () => shell,
  path: 'contacts',
  validateSearch: contactsSearch,
  component: lazyRouteComponent(() => import('../pages/contacts/contacts-page.tsx'), 'ContactsPage'),
});

const core = createRoute({
  getParentRoute: () => shell,
  path: 'core',
  component: lazyRouteComponent(() => import('../pages/core/core-page.tsx'), 'CorePage'),
});

const phone = createRoute({
  getParentRoute: () => shell,
  path: 'phone',
  component: lazyRouteComponent(() => import('../pages/phone/phone-page.tsx'), 'PhonePage'),
});

/** Exercises; an office at work has none. */
const practice = createRoute({
  getParentRoute: () => shell,
  path: 'practice',
  beforeLoad: needPractice,
  component: lazyRouteComponent(() => import('../pages/practice/practice-page.tsx'), 'PracticePage'),
});

export const desksRoutes = [
  counter,
  accept,
  transfer,
  person,
  entry,
  cleanForms,
  myWork,
  approvals,
  imports,
  bank,
  waitingMoney,
  remittances,
  debit,
  post,
  inTray,
  contacts,
  core,
  phone,
  practice,
] as const;
