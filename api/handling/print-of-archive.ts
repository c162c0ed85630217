/** Papers of no transfer: what is asked of the printer for each. */
import type { ApiDependencies } from './dependencies.ts';
import type { PrintAsked } from './print-document.ts';
import type { SignedIn } from './signed-in.ts';

export const askedOfArchive = (
  { keyring, config }: Pick<ApiDependencies, 'keyring' | 'config'>,
  me: SignedIn,
  about: Pick<PrintAsked, 'kind' | 'subjectId'>,
): PrintAsked => ({
  ...about,
  keyring,
  officeId: me.officeId,
  staffId: me.id,
  transferId: null,
  input: {},
  // They go to no other office, so that no code stands on them.
  publicUrl: config.publicUrl ?? '',
});
