/** What stands in the menu, in this order, and before whom: a link that leads to a refusal is left out. */
import { mayAct, type Action } from '../../../domain/staff/permissions.ts';
import type { Role } from '../../../domain/roles.ts';

interface Entry {
  readonly to: string;
  /** The word of `layout` that stands there. */
  readonly label: string;
  /** One of them is enough; left out: everybody's. */
  readonly actions?: readonly Action[];
  /** Whose day it is: whoever may only read the same finds it elsewhere. */
  readonly workOf?: Role;
  /** An office at work has no use for it. */
  readonly practice?: true;
}

const ENTRIES = [
  { to: '/', label: 'today' },
  { to: '/counter', label: 'counter', actions: ['searchTransfers'] },
  { to: '/figures', label: 'figures', actions: ['readMetrics'] },
  { to: '/my-work', label: 'myWork', actions: ['readTransfers'] },
  { to: '/post', label: 'post', actions: ['readLetters'], workOf: 'letterClerk' },
  { to: '/in-tray', label: 'inTray', actions: ['registerIncoming'] },
  { to: '/contacts', label: 'contacts', actions: ['recordContact'] },
  { to: '/approvals', label: 'approvals' },
  { to: '/accept', label: 'accept', actions: ['acceptTransfer'] },
  { to: '/imports', label: 'imports', actions: ['readImports'] },
  // Whatever somebody may read he may take away.
  { to: '/exports', label: 'exports' },
  { to: '/bank', label: 'bank', actions: ['readBank'] },
  { to: '/core', label: 'core', actions: ['readCore'] },
  { to: '/platform', label: 'platform', actions: ['readTransfers'] },
  { to: '/refusals', label: 'refusals', actions: ['readTransfers'] },
  { to: '/colleagues', label: 'colleagues', actions: ['readTransfers', 'changeAbsences'] },
  { to: '/held-work', label: 'heldWork', actions: ['readHeldWork'] },
  { to: '/manual-decisions', label: 'manualDecisions', actions: ['readDecisions'] },
  { to: '/archive', label: 'archive', actions: ['keepArchive', 'drawSample'] },
  // Everybody may read who a colleague is; the list is the work of two.
  { to: '/staff', label: 'staff', actions: ['changeAbsences'] },
  { to: '/settings', label: 'settings', actions: ['changeSettings'] },
  { to: '/operator', label: 'operator', actions: ['repairOffice'] },
  { to: '/phone', label: 'phone', actions: ['readPracticePhone'], practice: true },
  { to: '/practice', label: 'practiceDesk', practice: true },
  { to: '/design', label: 'design', actions: ['changeSettings'], practice: true },
] as const satisfies readonly Entry[];

export type MenuEntry = (typeof ENTRIES)[number];

interface Reader {
  readonly practice: boolean;
  readonly roles: readonly Role[];
  readonly may: (action: Action) => boolean;
}

export const menuOf = (reader: Reader): MenuEntry[] => ENTRIES.filter((entry) => isFor(entry, reader));

const isFor = ({ actions, workOf, practice }: Entry, reader: Reader): boolean =>
  (!practice || reader.practice) &&
  (actions === undefined || actions.some(reader.may)) &&
  (workOf === undefined || mayAct(reader.roles, workOf));
