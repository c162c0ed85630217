/** The registry of mobiles that an operator has named: the shipped template or a file of his own, checked as a whole before anything uses it. */
import { z } from 'zod';
import type { IdentityAnswer, IdentityRegistry } from '../../domain/contacts/identity-registry.ts';
import type { CheckedAddress } from '../sms/address.ts';
import { checkRequest } from '../sms/checked-request.ts';
import { exchange, type Exchange } from '../sms/exchange.ts';
import { lookupWith, templateFile } from '../sms/opening.ts';
import type { Lookup } from '../sms/placeholders.ts';
import { buildRequest } from '../sms/request.ts';
import { holds, readTree } from '../sms/tree.ts';
import { BATON_IDENTITY } from './shipped/baton.ts';
import { identityTemplate, type IdentityTemplate } from './template.ts';

export interface IdentitySettings {
  /** `baton`, or path of a file; undefined: `baton`, if there is an address. */
  readonly template?: string | undefined;
  /** Everything of the environment whose name begins with IDENTITY_: no template sees more. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface OpenedIdentity {
  readonly template: IdentityTemplate;
  readonly address: CheckedAddress;
  readonly registry: IdentityRegistry;
}

const PREFIX = 'IDENTITY_';
const ASKED = ['mobile', 'idNumber'] as const;
/** Somebody is on the line meanwhile. */
const PATIENCE_MS = 5_000;

/** Undefined: no registry is named. @throws one error that says everything that is wrong, and no value */
export function openIdentity(
  { template: name, environment }: IdentitySettings,
  patienceMs = PATIENCE_MS,
): OpenedIdentity | undefined {
  if (name === undefined && environment['IDENTITY_URL'] === undefined) return undefined;
  const template = readIdentityTemplate(name ?? 'baton');
  const lookup = lookupWith(PREFIX, environment);
  const around = { environment: lookup, clearText: template.clearText, prefix: PREFIX };
  const { defects, address } = checkRequest('request', template.request, ASKED, around);
  if (defects.length > 0 || address === undefined)
    throw new Error(`IDENTITY_TEMPLATE ${template.name}:\n${defects.map((one) => `  ${one}`).join('\n')}`);
  return { template, address, registry: registryOf(template, lookup, patienceMs) };
}

function readIdentityTemplate(name: string): IdentityTemplate {
  const result = identityTemplate.safeParse(
    name === 'baton' ? BATON_IDENTITY : templateFile('IDENTITY_TEMPLATE', 'not baton', name),
  );
  if (result.success) return result.data;
  throw new Error(`IDENTITY_TEMPLATE is not the form of a template:\n${z.prettifyError(result.error)}`);
}

function registryOf(template: IdentityTemplate, environment: Lookup, patienceMs: number): IdentityRegistry {
  return {
    async ask({ mobile, idNumber }) {
      const values: Readonly<Record<string, string>> = { mobile, idNumber };
      const wanted = buildRequest(template.request, (name) => values[name] ?? environment(name));
      return answerOf(await exchange(wanted, patienceMs), template);
    },
  };
}

const unknown = (reason: string): IdentityAnswer => ({ result: 'unknown', reason });

/** Only a good answer that says so is a match, and one that says both is none. */
function answerOf(heard: Exchange, { read, match, noMatch }: IdentityTemplate): IdentityAnswer {
  if (heard.came === 'noConnection') return unknown('unreachable');
  if (heard.came === 'silence') return unknown('noAnswer');
  const { status, body } = heard.answer;
  if (status < 200 || status >= 300) return unknown(`registry${String(status)}`);
  const tree = readTree(body, read);
  const [says, denies] = [holds(tree, match), holds(tree, noMatch)];
  if (says === denies) return unknown('unreadable');
  return { result: says ? 'match' : 'noMatch', reason: '' };
}
