/** What the sign-in, the frame and Today say, and every refusal: loaded before anything is shown. */
import { common, drafts, layout } from './common.ts';
import { exports } from './exports.ts';
import { figures, procedureTypes } from './figures.ts';
import * as office from './office.ts';
import { signIn } from './pages.ts';
import { defects, defectsAt, problems, unread } from './problems.ts';
import { belatedFacts, cases, today } from './today.ts';
import { firstSteps } from './settings.ts';
import * as vocabulary from './vocabulary.ts';

export const first = {
  ...vocabulary,
  ...office,
  common,
  drafts,
  layout,
  signIn,
  today,
  cases,
  belatedFacts,
  exports,
  figures,
  procedureTypes,
  firstSteps,
  problems,
  unread,
  defects,
  defectsAt,
};
