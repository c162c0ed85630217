import { accept, myWork, phone, signIn } from './pages.ts';
import { common, drafts, layout } from './common.ts';
import { agencies } from './agencies.ts';
import { approvals } from './approvals.ts';
import { bank } from './bank.ts';
import { colleagues } from './colleagues.ts';
import { messages } from './messages.ts';
import { counter, person, reveal } from './person.ts';
import { operator } from './operator.ts';
import * as money from './money.ts';
import { post } from './post.ts';
import { rules } from './rules.ts';
import { settings, staff } from './settings.ts';
import { importReasons, importReasonsAt } from './import-reasons.ts';
import { imports } from './imports.ts';
import { entry } from './entry.ts';
import { facts } from './facts.ts';
import { infoForm } from './info-form.ts';
import { figures, procedureTypes } from './figures.ts';
import { heldWork, manualDecisions, numbers, refusals } from './oversight.ts';
import * as office from './office.ts';
import { defects, defectsAt, problems, unread } from './problems.ts';
import { belatedFacts, cases, today } from './today.ts';
import { transfer } from './transfer.ts';
import * as vocabulary from './vocabulary.ts';

export const en = {
  ...vocabulary,
  ...office,
  ...money,
  common,
  drafts,
  layout,
  signIn,
  today,
  cases,
  belatedFacts,
  figures,
  procedureTypes,
  numbers,
  heldWork,
  manualDecisions,
  refusals,
  bank,
  post,
  counter,
  person,
  reveal,
  colleagues,
  staff,
  settings,
  messages,
  rules,
  agencies,
  operator,
  transfer,
  facts,
  infoForm,
  entry,
  accept,
  approvals,
  imports,
  importReasons,
  importReasonsAt,
  myWork,
  phone,
  problems,
  unread,
  defects,
  defectsAt,
};
