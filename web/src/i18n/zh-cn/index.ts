import { accept, myWork, phone, signIn } from './pages.ts';
import { common, drafts, layout } from './common.ts';
import { approvals } from './approvals.ts';
import { bank } from './bank.ts';
import * as money from './money.ts';
import { post } from './post.ts';
import { settings, staff } from './settings.ts';
import { importReasons, importReasonsAt } from './import-reasons.ts';
import { imports } from './imports.ts';
import { facts, infoForm } from './facts.ts';
import { heldWork, manualDecisions, numbers, refusals } from './oversight.ts';
import * as office from './office.ts';
import { defects, defectsAt, problems } from './problems.ts';
import { belatedFacts, cases, today } from './today.ts';
import { transfer } from './transfer.ts';
import * as vocabulary from './vocabulary.ts';
import type { Messages } from '../messages.ts';

export const zhCN: Messages = {
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
  numbers,
  heldWork,
  manualDecisions,
  refusals,
  bank,
  post,
  staff,
  settings,
  transfer,
  facts,
  infoForm,
  accept,
  approvals,
  imports,
  importReasons,
  importReasonsAt,
  myWork,
  phone,
  problems,
  defects,
  defectsAt,
};
