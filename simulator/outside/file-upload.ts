/** Files that a colleague hands in at `POST /imports`, followed until the office is through with them. */
import { setTimeout as delay } from 'node:timers/promises';
import type { components } from '../../api/contract.generated.ts';
import type { OfficeApi } from './office-api.ts';

type Import = components['schemas']['Import'];
export type ImportLine = components['schemas']['ImportLine'];

export interface FileToSend {
  readonly kind: components['schemas']['ImportKind'];
  readonly name: string;
  readonly content: Uint8Array;
}

/** Fulfilled when the import has ended; a file sent twice changes nothing. @throws when the office could not read it */
export async function sendFile(api: OfficeApi, staffId: string, { kind, name, content }: FileToSend): Promise<Import> {
  let current = await api.sure(staffId, (headers) => {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new Blob([content]), name);
    // The contract's type knows a file as text; the form carries the bytes.
    return api.client.POST('/imports', { headers, body: form as never, bodySerializer: (body) => body });
  });
  while (current.state === 'waiting' || current.state === 'running') {
    await delay(60);
    const { id } = current;
    current = await api.sure(staffId, (headers) =>
      api.client.GET('/imports/{id}', { headers, params: { path: { id } } }),
    );
  }
  if (current.state === 'failed') throw new Error(`${kind} file ${name} could not be read: ${current.failure}`);
  return current;
}

/** What became of each line of an import. */
export async function linesOf(api: OfficeApi, staffId: string, id: string): Promise<ImportLine[]> {
  const { items } = await api.sure(staffId, (headers) =>
    api.client.GET('/imports/{id}/lines', { headers, params: { path: { id }, query: { limit: 1000 } } }),
  );
  return items;
}
