import { useQueryClient } from '@tanstack/react-query';
import { recordFact } from '../../api/record-fact.ts';
import type { NewFactKind } from '../../api/types.ts';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { atSheetRows } from '../../info-form/at-sheet-rows.ts';
import { toFact, type FactValues } from '../transfer/facts/fact-values.ts';
import { invalidateTransfer } from '../transfer/invalidate-transfer.ts';
import type { DeskProps } from './desk-props.ts';

interface FactFormOptions extends DeskProps {
  /** What belongs to it and nobody types. */
  readonly also?: FactValues;
}

/** The form of one fact on this page: kept under the name by which the transfer's own page knows it, too. */
export function useFactForm(kind: NewFactKind, { transfer, standing, onDone, also }: FactFormOptions) {
  const queryClient = useQueryClient();
  const form = useFormDialog<FactValues, Awaited<ReturnType<typeof recordFact>>>({
    name: `fact/${kind}`,
    subject: transfer.id,
    send: (values, key) =>
      recordFact({ transferId: transfer.id, fact: toFact(kind, { ...values, ...also }, standing.open), key }),
    seen: (error, { form, correctedForm }) =>
      atSheetRows(error, { form: form?.years, correctedForm: correctedForm?.years }),
    onSent: async (recorded) => {
      onDone(recorded);
      await invalidateTransfer(queryClient, transfer.id);
    },
  });
  return { ...form, transferId: transfer.id };
}
export type FactForm = ReturnType<typeof useFactForm>;
