import { accept, myWork, phone, signIn } from './pages.ts';
import { common, layout } from './common.ts';
import { approvals } from './approvals.ts';
import { facts, infoForm } from './facts.ts';
import * as office from './office.ts';
import { defects, problems } from './problems.ts';
import { cases, today } from './today.ts';
import { transfer } from './transfer.ts';
import * as vocabulary from './vocabulary.ts';

export const en = {
  ...vocabulary,
  ...office,
  common,
  layout,
  signIn,
  today,
  cases,
  transfer,
  facts,
  infoForm,
  accept,
  approvals,
  myWork,
  phone,
  problems,
  defects,
};
