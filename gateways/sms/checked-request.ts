/** What is wrong with a request of a template, before anybody's number is sent by it. */
import { checkAddress, type CheckedAddress } from './address.ts';
import { fill, namesIn, unknownFilters, type Lookup } from './placeholders.ts';
import { OWN_NAMES } from './request.ts';
import type { RequestTemplate } from './template.ts';

interface Around {
  readonly environment: Lookup;
  readonly clearText: boolean;
  /** Of the variables that the template may use: `CORE_`. */
  readonly prefix: string;
}

interface CheckedRequest {
  readonly defects: readonly string[];
  readonly address: CheckedAddress | undefined;
}

export function checkRequest(
  place: string,
  request: RequestTemplate,
  given: readonly string[],
  around: Around,
): CheckedRequest {
  const { environment, clearText, prefix } = around;
  const known = [...given, ...OWN_NAMES, ...Object.keys(request.values)];
  const text = JSON.stringify(request);
  const unset = namesIn(text)
    .filter((name) => name.startsWith('env.') && environment(name) === undefined)
    .map((name) => `${place}.{${name}}: set ${name.slice(4)} in the environment (its name begins with ${prefix})`);
  const defects = [...unknownNames(place, text, known), ...new Set(unset)];
  if (unset.length > 0) return { defects, address: undefined };
  const address = checkAddress(originOf(request.address, environment), clearText);
  if (typeof address !== 'string') return { defects, address };
  return { defects: [...defects, `${place}.address: ${address}`], address: undefined };
}

/** Only the operator decides which server is asked: whatever else stands before the path makes it no address. */
const originOf = (address: string, environment: Lookup): string =>
  fill(address, (name) => (name.startsWith('env.') ? (environment(name) ?? '') : 'x')).replace(/[?#].*$/, '');

export function unknownNames(place: string, text: string, known: readonly string[]): string[] {
  return [
    ...namesIn(text)
      .filter((name) => !name.startsWith('env.') && !known.includes(name))
      .map((name) => `${place}.{${name}}: there is no such name here`),
    ...unknownFilters(text).map((name) => `${place}.|${name}: there is no such way of writing`),
  ];
}
