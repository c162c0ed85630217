/** What an answer means, by the first rule that fits; what no rule knows is never “sent”. */
import type { Answer, Exchange } from './exchange.ts';
import type { SmsMessage, SmsResult } from './gateway.ts';
import { plainReason } from '../../domain/notices/plain-reason.ts';
import type { AnswerRule, SmsTemplate } from './template.ts';
import { holds, readTree, textAt, type Tree } from './tree.ts';

/** The server says that it has done nothing: too early, too many, too slow, away for the moment; or who are you? */
const NOTHING_TAKEN = [401, 407, 408, 425, 429, 503];
const LONGEST_PAUSE_S = 4 * 3_600;
const LONGEST_ID = 100;

export function resultOf(
  { read, answers }: Pick<SmsTemplate, 'read' | 'answers'>,
  { reference, to }: Pick<SmsMessage, 'reference' | 'to'>,
  heard: Exchange,
): SmsResult {
  if (heard.came === 'noConnection') return { state: 'unreachable', reason: heard.reason };
  if (heard.came === 'silence') return { state: 'unknown', reason: 'noAnswer' };
  const { answer } = heard;
  // Whoever follows it carries the phone and the text elsewhere, or asks with an empty hand and is told that all is well.
  if (answer.status >= 300 && answer.status < 400) return { state: 'failed', reason: 'gatewayRedirects' };
  const tree = readTree(answer.body, read);
  const rule = answers.find((one) => fits(one, answer.status, tree));
  const said = rule?.reason && textAt(tree, rule.reason);
  const reason = `gateway${String(answer.status)}${said ? ` ${plainReason(said, to)}` : ''}`;
  switch (rule?.is ?? usualMeaning(answer.status)) {
    case 'taken':
      return { state: 'sent', gatewayRef: idIn(tree, rule) ?? reference };
    case 'refused':
      return { state: 'failed', reason };
    case 'busy':
      return { state: 'busy', reason, ...retryAfter(answer) };
    case 'unknown':
      return { state: 'unknown', reason };
  }
}

/** As its receipts are read: without the blanks around it, and nothing that could not be kept. */
function idIn(tree: Tree, rule: AnswerRule | undefined): string | undefined {
  const id = (rule?.id && textAt(tree, rule.id)?.trim().slice(0, LONGEST_ID)) || undefined;
  return id === undefined || /\p{Cc}|\p{Surrogate}/u.test(id) ? undefined : id;
}

const fits = ({ status, where }: AnswerRule, given: number, tree: Tree): boolean =>
  (status === undefined || status.some((one) => one === given || one === `${String(given)[0]}xx`)) &&
  holds(tree, where);

/** Of what no rule names: 2xx that cannot be read may have been taken, and so may what broke on the way. */
function usualMeaning(status: number): AnswerRule['is'] {
  if (NOTHING_TAKEN.includes(status)) return 'busy';
  return status >= 400 && status < 500 ? 'refused' : 'unknown';
}

function retryAfter({ headers }: Answer): { afterSeconds?: number } {
  const said = headers['retry-after'];
  if (said === undefined) return {};
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return seconds > 0 ? { afterSeconds: Math.min(Math.ceil(seconds), LONGEST_PAUSE_S) } : {};
}
