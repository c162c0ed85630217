/** A gateway that brings no receipts is asked for them. */
import { exchange } from './exchange.ts';
import type { AskedMessage, SmsReceipt } from './gateway.ts';
import type { Lookup } from './placeholders.ts';
import { readReceipts } from './receipts.ts';
import { buildRequest } from './request.ts';
import type { Asked } from './template.ts';

/** One question for each message that it names, or one for all that has come. */
export async function askFor(
  asked: Asked,
  messages: readonly AskedMessage[],
  environment: Lookup,
  patienceMs?: number,
): Promise<SmsReceipt[]> {
  const namesOne = isAboutOne(asked);
  const found: SmsReceipt[] = [];
  for (const message of namesOne ? messages : messages.slice(0, 1)) {
    const named = { reference: message.reference, id: message.gatewayRef ?? message.reference };
    const request = buildRequest(asked.request, (name) =>
      name === 'reference' || name === 'id' ? named[name] : environment(name),
    );
    const heard = await exchange(request, patienceMs);
    // What does not answer now is not asked twenty times over.
    if (heard.came !== 'answer') break;
    if (heard.answer.status >= 200 && heard.answer.status < 300)
      found.push(...readReceipts(asked, heard.answer.body, namesOne ? named.id : undefined).receipts);
  }
  return found;
}

export const isAboutOne = ({ request }: Asked): boolean => /\{(?:reference|id)[|}]/.test(JSON.stringify(request));
