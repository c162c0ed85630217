import { Command } from 'commander';
import { reach, type Api } from '../connection.ts';
import { answered, Failure } from '../failure.ts';
import { print } from '../print.ts';

/** One transfer by any of its numbers. */
export function transferCommand(): Command {
  const transfer = new Command('transfer').description('one transfer, by any number of it');
  transfer
    .command('progress <number>')
    .description('who holds it, since when, every step')
    .action(async (number: string, _options: object, command: Command) => {
      const api = await reach(command, 'manager');
      const params = { path: { id: await idOf(api, number) } };
      print(command, await answered(api.client.GET('/transfers/{id}/progress', { params })));
    });
  transfer
    .command('show <number>')
    .description('everything that hangs on it')
    .action(async (number: string, _options: object, command: Command) => {
      const api = await reach(command, 'manager');
      const params = { path: { id: await idOf(api, number) } };
      print(command, await answered(api.client.GET('/transfers/{id}', { params })));
    });
  transfer
    .command('events <number>')
    .description('its history, oldest first')
    .action(async (number: string, _options: object, command: Command) => {
      const api = await reach(command, 'manager');
      print(command, await historyOf(api, await idOf(api, number)));
    });
  return transfer;
}

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function idOf({ client }: Api, number: string): Promise<string> {
  if (ID.test(number)) return number;
  const { items } = await answered(client.POST('/transfers/search', { body: { any: number } }));
  if (items.length > 1) throw new Failure(`Several transfers: ${items.map(({ caseNo }) => caseNo).join(', ')}.`);
  if (!items[0]) throw new Failure('No transfer has this number.');
  return items[0].id;
}

async function historyOf({ client }: Api, id: string) {
  const events = [];
  for (let after: number | null = 0; after !== null;) {
    const params: { path: { id: string }; query: { after: number; limit: number } } = {
      path: { id },
      query: { after, limit: 200 },
    };
    const page: { items: unknown[]; next: number | null } = await answered(
      client.GET('/transfers/{id}/events', { params }),
    );
    events.push(...page.items);
    after = page.next;
  }
  return events;
}
