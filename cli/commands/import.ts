import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Argument, Command } from 'commander';
import type { components } from '../../api/contract.generated.ts';
import { reach, type Api } from '../connection.ts';
import { answered, Failure } from '../failure.ts';
import { print } from '../print.ts';

type Import = components['schemas']['Import'];
const KINDS: Import['kind'][] = [
  'counterparts',
  'ledgerIn',
  'ledgerOut',
  'openTransfers',
  'bankStatement',
  'courierScans',
  'contributions',
  'coreReceipts',
  'platformInTransit',
];
const ASK_EVERY_MS = 300;

/** Sends a file, waits until every line is worked off, and shows what was refused and why. */
export function importCommand(): Command {
  return new Command('import')
    .description('a file in: good rows go in, bad rows come back with line, field and reason')
    .addArgument(new Argument('<kind>').choices(KINDS))
    .argument('<file>')
    .action(async (kind: Import['kind'], file: string, _options: object, command: Command) => {
      const content = await readFile(file).catch(() => {
        throw new Failure(`${file} cannot be read.`);
      });
      const api = await reach(command, 'manager');
      const done = await finished(api, await send(api, kind, basename(file), content));
      const answer = await answered(
        api.client.GET('/imports/{id}/refusals', { params: { path: { id: done.id }, query: { format: 'json' } } }),
      );
      print(command, { ...done, refusals: typeof answer === 'string' ? answer : answer.items });
      if (done.state === 'failed') throw new Failure(`The import failed: ${done.failure}`);
    });
}

function send({ client }: Api, kind: Import['kind'], name: string, content: Buffer): Promise<Import> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return answered(client.POST('/imports', { body: { kind, file: '' }, bodySerializer: () => form }));
}

async function finished({ client }: Api, begun: Import): Promise<Import> {
  let now = begun;
  while (now.state === 'waiting' || now.state === 'running') {
    await delay(ASK_EVERY_MS);
    now = await answered(client.GET('/imports/{id}', { params: { path: { id: begun.id } } }));
  }
  return now;
}
