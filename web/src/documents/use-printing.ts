import { useQueryClient } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { useSending } from '../api/use-sending.ts';
import { showDocument } from './open-file.ts';

/** A paper of one transfer: made, or the one that stands, and shown. */
export function usePrinting(transferId: string) {
  const queryClient = useQueryClient();
  return useSending({
    mutationFn: async (body: Schemas['NewDocument']) =>
      bodyOf(await client.POST('/transfers/{id}/documents', { params: { path: { id: transferId } }, body })),
    onSuccess: async ({ id }) => {
      showDocument(id);
      await queryClient.invalidateQueries();
    },
  });
}
