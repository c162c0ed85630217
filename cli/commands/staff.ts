import { Command, Option } from 'commander';
import { ROLES, type Role } from '../../domain/roles.ts';
import { reach } from '../connection.ts';
import { answered, Failure } from '../failure.ts';
import { onThisMachine } from '../on-this-machine.ts';
import { print } from '../print.ts';

interface AccountOptions {
  readonly name?: string;
  readonly roles?: Role[];
  readonly post?: string;
  readonly telephone?: string;
  readonly oneTimePassword?: string;
}

const withAccount = (command: Command): Command =>
  command
    .option('--name <name>', 'as shown to colleagues')
    .addOption(new Option('--roles <roles...>').choices(ROLES))
    .option('--post <post>')
    .option('--telephone <number>')
    .option('--one-time-password <password>', 'must be changed at the first sign-in');

const valuesOf = ({ name, roles, post, telephone, oneTimePassword }: AccountOptions) => ({
  ...(name !== undefined && { displayName: name }),
  ...(roles && { roles }),
  ...(post !== undefined && { post }),
  ...(telephone !== undefined && { telephone }),
  ...(oneTimePassword !== undefined && { password: oneTimePassword }),
});

export function staffCommand(): Command {
  const staff = new Command('staff').description('the accounts of the office');
  staff
    .command('list')
    .description('accounts with roles, load and absence')
    .action(async (_options: object, command: Command) => {
      const { client } = await reach(command, 'administrator');
      print(command, (await answered(client.GET('/staff'))).items);
    });
  withAccount(staff.command('add <login>').description('open an account')).action(
    async (username: string, options: AccountOptions, command: Command) => {
      const { client } = await reach(command, 'administrator');
      const { name = username, roles } = options;
      if (!roles) throw new Failure(`Say --roles: ${ROLES.join(', ')}.`);
      const body = { ...valuesOf(options), username, displayName: name, roles };
      print(command, await answered(client.POST('/staff', { body })));
    },
  );
  withAccount(staff.command('change <login>').description('change an account')).action(change(valuesOf));
  staff
    .command('deactivate <login>')
    .description('close an account; its open work goes to the manager')
    .action(change(() => ({ active: false })));
  staff
    .command('reset-password <login>')
    .description('a one-time password; another administrator confirms it and is told it')
    .action(async (username: string, _options: object, command: Command) => {
      const { client, id } = await accountOf(command, username);
      print(command, await answered(client.POST('/staff/{id}/password', { params: { path: { id } } })));
    });
  staff
    .command('create-administrator')
    .description('the first administrator, on the machine of the database; says nothing when there is one')
    .action((_options: object, command: Command) => onThisMachine(command, ['create-administrator']));
  return staff;
}

async function accountOf(command: Command, username: string) {
  const { client } = await reach(command, 'administrator');
  const { items } = await answered(client.GET('/staff'));
  const account = items.find((one) => one.username === username);
  if (!account) throw new Failure(`Nobody has the username ${username}.`);
  return { client, id: account.id };
}

function change(bodyOf: (options: AccountOptions) => object) {
  return async (username: string, options: AccountOptions, command: Command): Promise<void> => {
    const { client, id } = await accountOf(command, username);
    const params = { path: { id } };
    print(command, await answered(client.PATCH('/staff/{id}', { params, body: bodyOf(options) })));
  };
}
