import type { Schemas, TransferDetail } from '../../api/types.ts';

/** The form that counts. */
export const standingForm = ({ infoForms }: Pick<TransferDetail, 'infoForms'>): Schemas['InfoForm'] | undefined =>
  infoForms.find(({ state }) => state === 'received');
