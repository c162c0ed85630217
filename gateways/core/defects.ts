/** What is wrong with a template that has the right form: all of it, before anybody's number is sent by it. */
import type { CheckedAddress } from '../sms/address.ts';
import { checkRequest, unknownNames } from '../sms/checked-request.ts';
import type { Lookup } from '../sms/placeholders.ts';
import { ACCOUNT_NAMES, BATCH_NAMES, FORM_NAMES, RECEIPT_NAMES } from './requests.ts';
import type { CoreTemplate } from './template.ts';

export interface CheckedCore {
  readonly defects: readonly string[];
  readonly addresses: readonly CheckedAddress[];
}

export function checkCoreTemplate(template: CoreTemplate, environment: Lookup): CheckedCore {
  const { account, batch, receipts, clearText } = template;
  const around = { environment, clearText, prefix: 'CORE_' };
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
