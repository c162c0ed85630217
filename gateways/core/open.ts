/** The core system that an operator has named: the shipped template or a file of his own, checked as a whole before anything uses it. */
import { z } from 'zod';
import {
  isReceiptNumber,
  type CoreReceiptMessage,
  type CoreSystem,
  type CoreToldResult,
} from '../../domain/core/core-system.ts';
import type { CheckedAddress } from '../sms/address.ts';
import { exchange, type Exchange } from '../sms/exchange.ts';
import { lookupWith, templateFile } from '../sms/opening.ts';
import type { Lookup } from '../sms/placeholders.ts';
import type { BuiltRequest } from '../sms/request.ts';
import { holds, readTree, valueAt, type Tree } from '../sms/tree.ts';
import { checkCoreTemplate } from './defects.ts';
import { asList, readAccount } from './read-account.ts';
import { batchRequest, requestWith } from './requests.ts';
import { BATON_CORE } from './shipped/baton.ts';
import { coreTemplate, type CoreTemplate } from './template.ts';
import { amountOf, dayOf, textOf } from './values.ts';

export interface CoreSettings {
  /** `baton`, or path of a file; undefined: `baton`, if there is an address. */
  readonly template?: string | undefined;
  /** Everything of the environment whose name begins with CORE_: no template sees more. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface OpenedCore {
  readonly template: CoreTemplate;
  readonly addresses: readonly CheckedAddress[];
  /** Undefined: the template only says what its tables look like. */
  readonly system: CoreSystem | undefined;
}

/** A life of contributions is longer than an answer about an SMS. */
const LONGEST_ANSWER = 8 * 1024 * 1024;
const PATIENCE_MS = 20_000;

/** Undefined: no core system is named. @throws one error that says everything that is wrong, and no value */
export function openCore(
  { template: name, environment }: CoreSettings,
  patienceMs = PATIENCE_MS,
): OpenedCore | undefined {
  if (name === undefined && environment['CORE_URL'] === undefined) return undefined;
  const template = readCoreTemplate(name ?? 'baton');
  const lookup = lookupWith('CORE_', environment);
  const { defects, addresses } = checkCoreTemplate(template, lookup);
  if (defects.length > 0)
    throw new Error(`CORE_TEMPLATE ${template.name}:\n${defects.map((one) => `  ${one}`).join('\n')}`);
  const speaks = template.account ?? template.batch ?? template.receipts;
  return { template, addresses, system: speaks && systemOf(template, lookup, patienceMs) };
}

function readCoreTemplate(name: string): CoreTemplate {
  const result = coreTemplate.safeParse(
    name === 'baton' ? BATON_CORE : templateFile('CORE_TEMPLATE', 'not baton', name),
  );
  if (result.success) return result.data;
  throw new Error(`CORE_TEMPLATE is not the form of a template:\n${z.prettifyError(result.error)}`);
}

function systemOf(template: CoreTemplate, environment: Lookup, patienceMs: number): CoreSystem {
  const { account, batch, receipts, money } = template;
  const ask = (request: BuiltRequest): Promise<Exchange> => exchange(request, patienceMs, LONGEST_ANSWER);
  return {
    async fetchAccount({ idNumber, name }) {
      if (!account) return { ok: false, reason: 'notOffered' };
      const heard = await ask(requestWith(account.request, { idNumber, name }, environment));
      if (heard.came === 'answer' && heard.answer.status === 404) return { ok: true, value: null };
      const tree = treeOf(heard, account.read);
      if (typeof tree === 'string') return { ok: false, reason: tree };
      if (account.nobody && holds(tree, account.nobody)) return { ok: true, value: null };
      const value = readAccount(tree, account, money);
      return value ? { ok: true, value } : { ok: false, reason: 'unreadable' };
    },
    async sendBatch(told) {
      if (!batch) return { state: 'refused', reason: 'notOffered' };
      return toldResult(await ask(batchRequest(batch, told, money, environment)), batch);
    },
    async fetchReceipts(since) {
      if (!receipts) return { ok: true, value: [] };
      const tree = treeOf(await ask(requestWith(receipts.request, { since }, environment)), receipts.read);
      if (typeof tree === 'string') return { ok: false, reason: tree };
      const items = asList(valueAt(tree, receipts.items));
      return items
        ? { ok: true, value: readReceipts(items, receipts.item, money) }
        : { ok: false, reason: 'unreadable' };
    },
  };
}

/** The tree of a good answer, else a word of ours for what went wrong. */
function treeOf(heard: Exchange, read: 'json' | 'xml'): Tree | string {
  if (heard.came === 'noConnection') return heard.reason;
  if (heard.came === 'silence') return 'noAnswer';
  const { status, body } = heard.answer;
  return status >= 200 && status < 300 ? readTree(body, read) : `core${String(status)}`;
}

/** What cannot be read may have been taken: it is told again under its number, and never under another. */
function toldResult(heard: Exchange, { read, taken }: NonNullable<CoreTemplate['batch']>): CoreToldResult {
  if (heard.came === 'noConnection') return { state: 'unreachable', reason: heard.reason };
  if (heard.came === 'silence') return { state: 'unknown', reason: 'noAnswer' };
  const { status, body } = heard.answer;
  const reason = `core${String(status)}`;
  if (status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status)) return { state: 'refused', reason };
  if (status < 200 || status >= 300) return { state: 'unknown', reason };
  return !taken || holds(readTree(body, read), taken) ? { state: 'sent', reason: '' } : { state: 'unknown', reason };
}

type ReceiptFields = NonNullable<CoreTemplate['receipts']>['item'];

/** One that lacks something is left out: it is asked for again tomorrow. */
function readReceipts(
  items: readonly unknown[],
  fields: ReceiptFields,
  money: CoreTemplate['money'],
): CoreReceiptMessage[] {
  return items.flatMap((content) => {
    const item = { tree: { text: '', content }, fields };
    const [serial, answers] = [textOf(item, 'serial'), textOf(item, 'answers')];
    const [amountFen, bookedOn] = [amountOf(item, 'amount', money), dayOf(item, 'bookedOn')];
    if (!serial || !answers || amountFen === undefined || !bookedOn) return [];
    return isReceiptNumber(serial) && isReceiptNumber(answers) ? [{ serial, answers, amountFen, bookedOn }] : [];
  });
}
