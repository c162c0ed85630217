import type { Schemas, TransferDetail } from '../../api/types.ts';

/** The form that counts: the other office's, or of a transfer-out our own. */
export const standingForm = ({ infoForms }: Pick<TransferDetail, 'infoForms'>): Schemas['InfoForm'] | undefined =>
  infoForms.find(({ state }) => state === 'received' || state === 'issued');
