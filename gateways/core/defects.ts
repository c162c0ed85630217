/** What is wrong with a template that has the right form: all of it, before anybody's number is sent by it. */
import { checkAddress, type CheckedAddress } from '../sms/address.ts';
import { fill, namesIn, unknownFilters, type Lookup } from '../sms/placeholders.ts';
import { OWN_NAMES } from '../sms/request.ts';
import type { RequestTemplate } from '../sms/template.ts';
import { ACCOUNT_NAMES, BATCH_NAMES, FORM_NAMES, RECEIPT_NAMES } from './requests.ts';
import type { CoreTemplate } from './template.ts';

export interface CheckedCore {
  readonly defects: readonly string[];
  readonly addresses: readonly CheckedAddress[];
}

export function checkCoreTemplate(template: CoreTemplate, environment: Lookup): CheckedCore {
  const { account, batch, receipts, clearText } = template;
  const around = { environment, clearText };
  const checked = [
    ...(account ? [checkRequest('account', account.request, ACCOUNT_NAMES, around)] : []),
    ...(batch ? [checkRequest('batch', batch.request, BATCH_NAMES, around)] : []),
    ...(receipts ? [checkRequest('receipts', receipts.request, RECEIPT_NAMES, around)] : []),
  ];
  const rows = account
    ? missingFields('account.row', account.row, ['areaCode', 'fromMonth', 'toMonth', 'personal', 'credited'])
    : [];
  const items = receipts
    ? missingFields('receipts.item', receipts.item, ['serial', 'answers', 'amount', 'bookedOn'])
    : [];
  const forms = batch ? unknownNames('batch.form', JSON.stringify(batch.form), FORM_NAMES) : [];
  return {
    defects: [...checked.flatMap(({ defects }) => defects), ...rows, ...items, ...forms],
    addresses: checked.flatMap(({ address }) => address ?? []),
  };
}

const missingFields = (place: string, fields: object, needed: readonly string[]): string[] =>
  needed.filter((name) => !(name in fields)).map((name) => `${place}.${name}: where it stands is not said`);

interface Around {
  readonly environment: Lookup;
  readonly clearText: boolean;
}

function checkRequest(place: string, request: RequestTemplate, given: readonly string[], around: Around) {
  const { environment, clearText } = around;
  const known = [...given, ...OWN_NAMES, ...Object.keys(request.values)];
  const text = JSON.stringify(request);
  const unset = namesIn(text)
    .filter((name) => name.startsWith('env.') && environment(name) === undefined)
    .map((name) => `${place}.{${name}}: set ${name.slice(4)} in the environment (its name begins with CORE_)`);
  const defects = [...unknownNames(place, text, known), ...new Set(unset)];
  if (unset.length > 0) return { defects, address: undefined };
  const address = checkAddress(originOf(request.address, environment), clearText);
  if (typeof address !== 'string') return { defects, address };
  return { defects: [...defects, `${place}.address: ${address}`], address: undefined };
}

/** Only the operator decides which server is asked: whatever else stands before the path makes it no address. */
const originOf = (address: string, environment: Lookup): string =>
  fill(address, (name) => (name.startsWith('env.') ? (environment(name) ?? '') : 'x')).replace(/[?#].*$/, '');

function unknownNames(place: string, text: string, known: readonly string[]): string[] {
  return [
    ...namesIn(text)
      .filter((name) => !name.startsWith('env.') && !known.includes(name))
      .map((name) => `${place}.{${name}}: there is no such name here`),
    ...unknownFilters(text).map((name) => `${place}.|${name}: there is no such way of writing`),
  ];
}
