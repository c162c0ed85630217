/** The gateway that an operator has named: a shipped template or a file of his own, checked as a whole before anything uses it. */
import { z } from 'zod';
import type { CheckedAddress } from './address.ts';
import { resultOf } from './answers.ts';
import { checkTemplate } from './defects.ts';
import { exchange, type Exchange } from './exchange.ts';
import { askFor } from './asking.ts';
import type { SmsGateway, SmsMessage, SmsResult } from './gateway.ts';
import { valuesOf } from './message-names.ts';
import { lookupWith, templateFile } from './opening.ts';
import type { Lookup } from './placeholders.ts';
import { isProved, readReceipts, type PushedRequest, type ReadReceipts } from './receipts.ts';
import { buildRequest } from './request.ts';
import { BATON } from './shipped/baton.ts';
import { KANNEL } from './shipped/kannel.ts';
import { smsTemplate, type SmsTemplate, type WrittenTemplate } from './template.ts';

export const SHIPPED: Readonly<Record<string, WrittenTemplate>> = { baton: BATON, kannel: KANNEL };
const NO_SHIPPED = `none of ${Object.keys(SHIPPED).join(', ')}`;

export interface SmsSettings {
  /** Name of a shipped one, or path of a file; undefined: `baton`, if there is an address. */
  readonly template?: string | undefined;
  /** Everything of the environment whose name begins with SMS_: no template sees more. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface OpenedGateway extends SmsGateway {
  readonly template: SmsTemplate;
  readonly addresses: readonly CheckedAddress[];
  /** What the gateway said, and how it was read. */
  converse(message: SmsMessage): Promise<Conversation>;
  /** Present when the gateway brings its receipts. */
  readonly pushed?: PushedReceipts;
}

export interface Conversation {
  readonly heard: Exchange;
  readonly result: SmsResult;
}

export interface PushedReceipts {
  readonly reply: { readonly type: string; readonly body: string };
  isProved(request: PushedRequest): boolean;
  read(request: PushedRequest): ReadReceipts;
}

/** Undefined: no gateway is named. @throws one error that says everything that is wrong, and no value */
export function openSmsGateway(
  { template: name, environment }: SmsSettings,
  patienceMs?: number,
): OpenedGateway | undefined {
  if (name === undefined && environment['SMS_GATEWAY_URL'] === undefined) return undefined;
  const template = readTemplate(name ?? 'baton');
  const lookup = lookupWith('SMS_', environment);
  const { defects, addresses } = checkTemplate(template, lookup);
  if (defects.length > 0)
    throw new Error(`SMS_TEMPLATE ${template.name}:\n${defects.map((one) => `  ${one}`).join('\n')}`);
  const { signed, pushed, asked } = template.receipts;
  const converse = (message: SmsMessage) => conversation(template, message, lookup, patienceMs);
  return {
    template,
    addresses,
    givesReceipts: signed || pushed !== undefined || asked !== undefined,
    converse,
    send: async (message) => (await converse(message)).result,
    ...(asked && { ask: (messages) => askFor(asked, messages, lookup, patienceMs) }),
    ...(pushed && {
      pushed: {
        reply: pushed.reply,
        isProved: (request) => isProved(pushed, request, lookup),
        read: (request) => readReceipts(pushed, pushed.read === 'query' ? request.query : request.body),
      },
    }),
  };
}

/** @throws with every place that has not the form of a template */
export function readTemplate(name: string): SmsTemplate {
  const written = Object.hasOwn(SHIPPED, name) ? SHIPPED[name] : templateFile('SMS_TEMPLATE', NO_SHIPPED, name);
  const result = smsTemplate.safeParse(written);
  if (result.success) return result.data;
  throw new Error(`SMS_TEMPLATE is not the form of a template:\n${z.prettifyError(result.error)}`);
}

async function conversation(
  template: SmsTemplate,
  message: SmsMessage,
  environment: Lookup,
  patienceMs?: number,
): Promise<Conversation> {
  const values = valuesOf(message);
  const request = buildRequest(template.send, (name) => values.get(name) ?? environment(name));
  const heard = await exchange(request, patienceMs);
  return { heard, result: resultOf(template, message, heard) };
}
