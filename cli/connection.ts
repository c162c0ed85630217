/** The API as an operator reaches it: by address and token, by a sign-in, or by the open accounts of a practice office. */
import type { Command } from 'commander';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../api/contract.generated.ts';
import type { Role } from '../domain/roles.ts';
import { answered, Failure } from './failure.ts';
import { localUrl } from './local-office.ts';

export interface GlobalOptions {
  readonly url?: string;
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
  readonly data: string;
  /** Of the ledger itself, for the commands on its machine. */
  readonly database?: string;
  readonly json: boolean;
}

const DEFAULT_URL = 'http://127.0.0.1:8080';

export interface Api {
  readonly client: Client<paths>;
  readonly url: string;
  readonly headers: { readonly Authorization: string };
}

/** `role` is whom a practice office sends when nobody signs in. */
export async function reach(command: Command, role: Role): Promise<Api> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const url = (options.url ?? localUrl(options.data) ?? DEFAULT_URL).replace(/\/$/, '');
  const anonymous = createClient<paths>({ baseUrl: url });
  const token = options.token ?? (await signIn(anonymous, options, role));
  const headers = { Authorization: `Bearer ${token}` };
  return { client: createClient<paths>({ baseUrl: url, headers }), url, headers };
}

async function signIn(client: Client<paths>, options: GlobalOptions, role: Role): Promise<string> {
  const { username, password } = options;
  if ((username === undefined) !== (password === undefined)) throw new Failure('Say both --username and --password.');
  const body = username !== undefined && password !== undefined ? { username, password } : await practice(client, role);
  return (await answered(client.POST('/sessions', { body }))).token;
}

async function practice(client: Client<paths>, role: Role): Promise<{ username: string; password: string }> {
  const { items } = await answered(client.GET('/practice/accounts')).catch((error: unknown) => {
    throw error instanceof Failure && error.status === 404 ? signInFirst() : error;
  });
  const account = items.find(({ roles }) => roles.includes(role));
  if (!account) throw signInFirst();
  return { username: account.username, password: account.password };
}

const signInFirst = (): Failure => new Failure('Sign in: --username and --password, or --token (BATON_TOKEN).');
