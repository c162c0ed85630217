/** What is wrong with a template that has the right form: all of it, before anything is sent by it. */
import { isAboutOne } from './asking.ts';
import { checkAddress, type CheckedAddress } from './address.ts';
import { MESSAGE_NAMES } from './message-names.ts';
import { fill, namesIn, unknownFilters, type Lookup } from './placeholders.ts';
import { circular, needsOf, recipeTexts } from './recipes.ts';
import { OWN_NAMES } from './request.ts';
import type { Pushed, RequestTemplate, SmsTemplate } from './template.ts';

const ASKED_NAMES = ['reference', 'id'] as const;

export interface Checked {
  readonly defects: readonly string[];
  readonly addresses: readonly CheckedAddress[];
}

export function checkTemplate(template: SmsTemplate, environment: Lookup): Checked {
  const { pushed, asked } = template.receipts;
  const requests = [
    checkRequest('send', template.send, MESSAGE_NAMES, { environment, clearText: template.clearText }),
    ...(asked
      ? [checkRequest('receipts.asked', asked.request, ASKED_NAMES, { environment, clearText: template.clearText })]
      : []),
  ];
  return {
    defects: [
      ...requests.flatMap(({ defects }) => defects),
      ...(pushed ? pushedDefects(pushed, environment) : []),
      ...(asked?.reference === undefined && asked && !isAboutOne(asked)
        ? ['receipts.asked.reference: which message a receipt speaks of is not said, and the question names none']
        : []),
    ],
    addresses: requests.flatMap(({ address }) => address ?? []),
  };
}

interface Around {
  readonly environment: Lookup;
  readonly clearText: boolean;
}

function checkRequest(place: string, request: RequestTemplate, given: readonly string[], around: Around) {
  const known = (name: string): boolean =>
    given.includes(name) || (OWN_NAMES as readonly string[]).includes(name) || Object.hasOwn(request.values, name);
  const texts = [
    request.address,
    ...Object.values(request.query),
    ...Object.values(request.headers),
    ...bodyTexts(request),
  ];
  const defects = textDefects([...texts, ...recipeTexts(request.values)], known, around.environment);
  defects.push(...circularDefects(request));
  const address = addressOf(request.address, around);
  if (typeof address === 'string') defects.push(`address: ${address}`);
  return {
    defects: defects.map((defect) => `${place}.${defect}`),
    address: typeof address === 'string' ? undefined : address,
  };
}

/** What it is, or what is wrong with it; undefined when it cannot be known before the environment is set, which is said by name. */
function addressOf(address: string, { environment, clearText }: Around): CheckedAddress | string | undefined {
  const used = namesIn(address).filter((name) => name.startsWith('env.'));
  if (used.some((name) => environment(name) === undefined)) return undefined;
  const empty = used.filter((name) => environment(name)?.trim() === '');
  if (empty.length > 0) return `{${empty.join('}, {')}} is set to nothing`;
  const origin = originOf(address, environment);
  if (origin !== undefined) return checkAddress(origin, clearText);
  return 'which server is asked is decided by the operator alone: only {env.…} may stand before its path';
}

function bodyTexts({ body }: RequestTemplate): string[] {
  if (body === undefined) return [];
  if ('form' in body) return Object.values(body.form);
  return 'json' in body ? textsIn(body.json) : [body.text];
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** A body that is signed inside itself, an address that speaks of its own query: nothing could be computed first. */
function circularDefects(request: RequestTemplate): string[] {
  const standsOnItself = circular(request.values).map((name) => `values.${name}: is computed from itself`);
  const { body } = request;
  const needed = new Set(bodyTexts(request).flatMap((text) => [...needsOf(text, request.values)]));
  const speaksOfForm = needed.has('form') || needed.has('form.plain');
  return [
    ...standsOnItself,
    ...(needed.has('body') ? ['body: holds a value that is computed from the body'] : []),
    ...(speaksOfForm && body !== undefined && !('form' in body) ? ['body: speaks of a form, and is none'] : []),
  ];
}

/** With everything of the environment filled in; undefined when something else decides before the path begins. */
function originOf(address: string, environment: Lookup): string | undefined {
  const filled = fill(address, (name) => (name.startsWith('env.') ? (environment(name) ?? '') : `{${name}}`));
  const [origin = ''] = /^[^:]*:\/\/[^/?#]*/.exec(filled) ?? [filled];
  return namesIn(origin).length > 0 ? undefined : filled.replaceAll(/\{[^}]*\}/g, 'x');
}

function textDefects(texts: readonly string[], known: (name: string) => boolean, environment: Lookup): string[] {
  const names = [...new Set(texts.flatMap(namesIn))];
  return [
    ...names
      .filter((name) => !name.startsWith('env.') && !known(name))
      .map((name) => `{${name}}: there is no such name here`),
    ...names
      .filter((name) => name.startsWith('env.') && environment(name) === undefined)
      .map((name) => `{${name}}: set ${name.slice(4)} in the environment (its name begins with SMS_)`),
    ...[...new Set(texts.flatMap(unknownFilters))].map((name) => `|${name}: there is no such way of writing`),
  ];
}

const ofRequest = (name: string): boolean => name === 'body' || /^(?:query|header)\../.test(name);

function pushedDefects({ proof, values }: Pushed, environment: Lookup): string[] {
  const known = (name: string): boolean => ofRequest(name) || Object.hasOwn(values, name);
  const texts = proof.flatMap(({ given, wanted }) => [given, wanted]);
  const needs = (text: string, of: (name: string) => boolean): boolean => [...needsOf(text, values)].some(of);
  const isProof = proof.some(
    ({ given, wanted }) => needs(given, ofRequest) && needs(wanted, (name) => name.startsWith('env.')),
  );
  return [
    ...textDefects([...texts, ...recipeTexts(values)], known, environment),
    ...circular(values).map((name) => `values.${name}: is computed from itself`),
    ...(isProof ? [] : ['proof: nothing that the request says is compared with a secret of the environment']),
  ].map((defect) => `receipts.pushed.${defect}`);
}
