/** What the other pages say: loaded with the first of them. */
import { agencies } from './agencies.ts';
import { approvals } from './approvals.ts';
import { archive } from './archive.ts';
import { bank } from './bank.ts';
import { camera } from './camera.ts';
import { colleagues } from './colleagues.ts';
import { contacts } from './contacts.ts';
import { core } from './core.ts';
import { design } from './design.ts';
import { documents, letterhead } from './documents.ts';
import { entry } from './entry.ts';
import { facts } from './facts.ts';
import { importReasons, importReasonsAt } from './import-reasons.ts';
import { imports } from './imports.ts';
import { inTray } from './in-tray.ts';
import { infoForm } from './info-form.ts';
import { messages } from './messages.ts';
import * as money from './money.ts';
import { operator } from './operator.ts';
import { heldWork, manualDecisions, numbers, refusals } from './oversight.ts';
import { accept, myWork, phone } from './pages.ts';
import { counter, person, reveal } from './person.ts';
import { platform } from './platform.ts';
import { post } from './post.ts';
import { practice, tour } from './practice.ts';
import { remittances } from './remittances.ts';
import { rules } from './rules.ts';
import { noticeModes, noticeTo, settings, staff } from './settings.ts';
import { transfer } from './transfer.ts';
import type { Messages } from '../messages.ts';

export const rest = {
  ...money,
  numbers,
  heldWork,
  manualDecisions,
  refusals,
  bank,
  remittances,
  core,
  platform,
  post,
  counter,
  person,
  reveal,
  camera,
  colleagues,
  staff,
  settings,
  messages,
  documents,
  letterhead,
  rules,
  agencies,
  noticeModes,
  noticeTo,
  operator,
  transfer,
  facts,
  infoForm,
  inTray,
  contacts,
  entry,
  accept,
  approvals,
  archive,
  imports,
  importReasons,
  importReasonsAt,
  myWork,
  phone,
  design,
  practice,
  tour,
} satisfies Partial<Messages>;
