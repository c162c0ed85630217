/** Papers of no single transfer: what is asked of the printer for each. */
import type { ApiDependencies } from './dependencies.ts';
import type { PrintAsked } from './print-document.ts';
import type { SignedIn } from './signed-in.ts';

type About = Pick<PrintAsked, 'kind' | 'subjectId'> & Partial<Pick<PrintAsked, 'input'>>;

export const askedOfOffice = (
  { keyring, config }: Pick<ApiDependencies, 'keyring' | 'config'>,
  me: SignedIn,
  { kind, subjectId, input = {} }: About,
): PrintAsked => ({
  kind,
  subjectId,
  input,
  keyring,
  officeId: me.officeId,
  staffId: me.id,
  transferId: null,
  // They go to no other office, so that no code stands on them.
  publicUrl: config.publicUrl ?? '',
});
