/** What an operator asks before messages go over a template: is it right, where does it lead, and what comes of one message? */
import { randomUUID } from 'node:crypto';
import { normalisePhone, phoneKind } from '../../domain/persons/phone.ts';
import type { Exchange } from './exchange.ts';
import type { SmsResult } from './gateway.ts';
import { openSmsGateway, readTemplate, SHIPPED, type OpenedGateway, type SmsSettings } from './open.ts';

export interface Said {
  readonly words: string;
  readonly json: object;
}

/** A shipped template as a file, to begin an own one with. */
export function printTemplate(name: string): Said {
  if (!Object.hasOwn(SHIPPED, name)) throw new Error(`Say one of ${Object.keys(SHIPPED).join(', ')}.`);
  readTemplate(name);
  return { words: JSON.stringify(SHIPPED[name], null, 2), json: { ...SHIPPED[name] } };
}

/** @throws what is wrong with the template, all of it */
export function checkGateway(settings: SmsSettings): Said {
  const { template, addresses, givesReceipts } = opened(settings);
  const { signed, pushed, asked } = template.receipts;
  const receipts = [
    signed && 'in our own form to /sms/receipts',
    pushed && 'in its own form to /sms/gateway-receipts',
    asked && 'asked for',
  ].filter((one) => typeof one === 'string');
  const words = [
    `template ${template.name}: nothing is wrong with it`,
    ...addresses.map(
      ({ origin, network, isClearText }) =>
        `${origin}: ${NETWORKS[network]}${isClearText ? ', in clear: telephones and texts are seen on the way' : ''}`,
    ),
    givesReceipts ? `receipts: ${receipts.join('; ')}` : 'receipts: none, so that silence says nothing',
  ];
  return { words: words.join('\n'), json: { template: template.name, addresses, receipts } };
}

const NETWORKS = {
  loopback: 'this machine itself',
  private: 'a private network, your own',
  public: 'a public address',
  name: 'a name, which the resolver leads wherever it says',
} as const;

/** Sends one message that belongs to no transfer. @throws what is wrong with the template, or with the number */
export async function trySending(settings: SmsSettings, phone: string): Promise<Said> {
  const to = normalisePhone(phone);
  // A number at home need not exist: what the gateway says of one that does not is worth a try.
  if (!/^1\d{10}$/.test(to) && phoneKind(to) !== 'abroad')
    throw new Error('Say --to with a mobile number of eleven digits, or one abroad with + and its country.');
  const facts = { kind: 'acceptance', language: 'zh-CN', officeName: '', statusCode: 'TEST', day: '', telephone: '' };
  const reference = randomUUID();
  const text = '养老保险关系转移短信测试，请勿回复。';
  const { heard, result } = await opened(settings).converse({ reference, to, text, facts });
  return { words: `${heardInWords(heard)}\n${resultInWords(result)}`, json: { reference, heard: heard.came, result } };
}

function opened(settings: SmsSettings): OpenedGateway {
  const gateway = openSmsGateway(settings);
  if (!gateway)
    throw new Error('No gateway is named: set SMS_GATEWAY_URL, and SMS_TEMPLATE if it does not speak our form.');
  return gateway;
}

function heardInWords(heard: Exchange): string {
  if (heard.came === 'noConnection') return `no connection (${heard.reason}): nothing was said`;
  if (heard.came === 'silence') return 'no answer within ten seconds: nobody knows whether it was taken';
  const { status, headers, body } = heard.answer;
  return `HTTP ${String(status)}, ${headers['content-type'] ?? 'no type'}: ${body.slice(0, 500)}`;
}

function resultInWords(result: SmsResult): string {
  if (result.state === 'sent') return `read as taken; its receipt is expected under ${result.gatewayRef}`;
  const reason = 'reason' in result ? ` (${result.reason})` : '';
  return `read as ${result.state}${reason}`;
}
