/** What has happened in the outside world and at the desks, folded from the log: a killed play goes on from here. */
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { OfficeMs } from '../outside/office-time.ts';
import type { StatementLine } from './bank-files.ts';
import type { PaymentAnswer } from './payment-story.ts';
import { Payments, type PaymentEntry } from './payments.ts';
import { applyToRequest, newRequestStory, type RequestStory } from './request-story.ts';

export type ActPath =
  | '/transfers'
  | '/transfers/{id}/facts'
  | '/incoming'
  | '/remittances'
  | '/remittances/{id}/facts'
  | '/remittances/{id}/release'
  | '/remittances/{id}/debit'
  | '/approvals/{id}/confirmation';

/** One thing that a colleague does at the API; the body is kept, so that a repetition is word for word the same. */
export interface Act {
  /** Idempotency-Key: says who does what to which case, and is the same in every play of the seed. */
  readonly key: string;
  readonly no: number;
  readonly what: string;
  readonly attempt: number;
  readonly byStaffId: string;
  readonly path: ActPath;
  readonly transferId?: string;
  /** Of money that leaves: which payment, and the remittance or the approval that the path names. */
  readonly payment?: { readonly id: string; readonly subjectId?: string; readonly replaces?: string };
  /** About a letter of another region; its number is one of theirs. Absent: of a transfer-in. */
  readonly direction?: 'out';
  readonly body: Record<string, unknown>;
}

/** One line of a bank statement: which remittances it carries, and whether finance must send it back. */
export interface StatementEntry extends StatementLine {
  readonly shares: readonly { readonly id: string; readonly no: number; readonly amountFen: number }[];
  readonly toReturn?: ReasonCode;
}

export type Line =
  /** Of a release before, without letters. */
  | { kind: 'begun'; seed: number; transfers: number; letters?: number; from: string; to: string }
  | { kind: 'meant'; act: Act }
  | {
      kind: 'done';
      key: string;
      at: string;
      transferId?: string;
      caseNo?: string;
      state?: string;
      remittance?: PaymentAnswer['remittance'];
      approvalId?: string;
    }
  | { kind: 'refused'; key: string; name: string }
  | { kind: 'scans'; ids: string[] }
  | { kind: 'statement'; name: string; entries: StatementEntry[] }
  | { kind: 'statementIn'; name: string; open: string[] }
  | { kind: 'creditSettled'; serial: string }
  /** The finance bureau's own: what it has paid into the office's expenditure account. */
  | { kind: 'bureauPaid'; payment: string; amountFen: number; at: string }
  /** The statement of that account, and that the office has it. */
  | { kind: 'payments'; name: string; entries: PaymentEntry[] }
  | { kind: 'paymentsIn'; name: string; at: string }
  | { kind: 'errand'; name: string; id?: string }
  | { kind: 'sms'; reference: string; to: string; text: string; at: string }
  | { kind: 'smsAgain'; reference: string }
  | { kind: 'smsReceipt'; reference: string; state: 'delivered' | 'failed' }
  /** `key`: of the act that it goes with; a release before did not say it. */
  | { kind: 'printed'; paper: string; key?: string; problem?: string }
  | { kind: 'ratesStand'; at: string }
  | { kind: 'showcasesStand' };

export interface SentLetter {
  readonly attempt: number;
  readonly waybill: string | undefined;
  readonly postedAt: OfficeMs;
}

export interface CaseStory {
  readonly no: number;
  readonly transferId: string;
  readonly caseNo: string;
  readonly acceptedAt: OfficeMs;
  readonly letters: SentLetter[];
  /** Attempts whose delivery a clerk noted by hand, with the moment. */
  readonly deliveredByHand: Map<number, OfficeMs>;
  /** Facts recorded so far, as `kind/attempt`. */
  readonly facts: Set<string>;
  /** How often the other office was called, by attempt. */
  readonly calls: Map<number, number>;
  ending?: { readonly how: Closing; readonly at: OfficeMs; readonly attempts: number };
}

export class Story {
  begun: Extract<Line, { kind: 'begun' }> | undefined;
  ratesStand = false;
  showcasesStand = false;
  readonly cases = new Map<number, CaseStory>();
  readonly byTransfer = new Map<string, CaseStory>();
  /** By the number of the letter. */
  readonly requests = new Map<number, RequestStory>();
  readonly requestsByTransfer = new Map<string, RequestStory>();
  readonly payments = new Payments();
  /** Letters that opened no transfer of their own. */
  readonly lettersElsewhere = new Set<number>();
  /** Meant and not yet answered: said again after a kill. */
  readonly pending = new Map<string, Act>();
  readonly done = new Set<string>();
  readonly scansTold = new Set<string>();
  readonly statements = new Map<string, readonly StatementEntry[]>();
  readonly statementsIn = new Set<string>();
  readonly remitted = new Set<string>();
  /** Credits that finance must still look at. */
  readonly openCredits = new Map<string, StatementEntry>();
  readonly errands = new Map<string, string>();
  readonly messages = new Map<string, Extract<Line, { kind: 'sms' }> & { state: 'sent' | 'delivered' | 'failed' }>();
  /** How many papers, by kind; of those that could not be printed, by kind and why. */
  readonly printed = new Map<string, number>();
  /** By the key of the act: whether its paper is there. An act that is refused for now is tried again, and its paper lies ready. */
  readonly printedFor = new Map<string, boolean>();
  messagesSentAgain = 0;
  refusals = 0;

  apply(line: Line): void {
    switch (line.kind) {
      case 'begun':
        this.begun = line;
        return;
      case 'meant':
        this.pending.set(line.act.key, line.act);
        return;
      case 'done':
        this.#done(line);
        return;
      case 'refused':
        this.#refused(line);
        return;
      case 'scans':
        for (const id of line.ids) this.scansTold.add(id);
        return;
      case 'statement':
        this.statements.set(line.name, line.entries);
        for (const { shares } of line.entries) for (const { id } of shares) this.remitted.add(id);
        return;
      case 'statementIn':
        this.#statementIn(line);
        return;
      case 'creditSettled':
        this.openCredits.delete(line.serial);
        return;
      case 'bureauPaid':
        this.payments.bureauPaid(line.payment, line.amountFen, Date.parse(line.at));
        return;
      case 'payments':
        this.payments.statements.set(line.name, line.entries);
        return;
      case 'paymentsIn':
        this.payments.takeIn(line.name, Date.parse(line.at), this.requests);
        return;
      case 'errand':
        this.errands.set(line.name, line.id ?? '');
        return;
      case 'sms':
        this.messages.set(line.reference, { ...line, state: 'sent' });
        return;
      case 'smsAgain':
        this.messagesSentAgain += 1;
        return;
      case 'smsReceipt':
        this.#receipt(line);
        return;
      case 'printed':
        this.#printed(line);
        return;
      case 'ratesStand':
        this.ratesStand = true;
        return;
      case 'showcasesStand':
        this.showcasesStand = true;
    }
  }

  #refused({ key, name }: Extract<Line, { kind: 'refused' }>): void {
    const act = this.pending.get(key);
    if (act) this.payments.refused(act, name);
    this.pending.delete(key);
    this.refusals += 1;
  }

  #statementIn({ name, open }: Extract<Line, { kind: 'statementIn' }>): void {
    this.statementsIn.add(name);
    for (const entry of this.statements.get(name) ?? [])
      if (open.includes(entry.serial)) this.openCredits.set(entry.serial, entry);
  }

  #receipt({ reference, state }: Extract<Line, { kind: 'smsReceipt' }>): void {
    const message = this.messages.get(reference);
    if (message) message.state = state;
  }

  #printed({ paper, problem, key }: Extract<Line, { kind: 'printed' }>): void {
    const name = problem === undefined ? paper : `${paper} ${problem}`;
    this.printed.set(name, (this.printed.get(name) ?? 0) + 1);
    if (key !== undefined) this.printedFor.set(key, problem === undefined);
  }

  #done(line: Extract<Line, { kind: 'done' }>): void {
    const { key, at, transferId, caseNo, remittance, approvalId } = line;
    const act = this.pending.get(key);
    if (!act) return;
    this.pending.delete(key);
    this.done.add(key);
    const moment = Date.parse(at);
    if (act.payment)
      return this.payments.done(
        act,
        { at: moment, ...(remittance && { remittance }), ...(approvalId !== undefined && { approvalId }) },
        this.requests,
      );
    if (act.direction === 'out') return this.#doneForRequest(act, line);
    if (act.what === 'accepted') {
      const accepted: CaseStory = {
        no: act.no,
        transferId: transferId ?? '',
        caseNo: caseNo ?? '',
        acceptedAt: moment,
        letters: [],
        deliveredByHand: new Map(),
        facts: new Set(),
        calls: new Map(),
      };
      this.cases.set(act.no, accepted);
      this.byTransfer.set(accepted.transferId, accepted);
      return;
    }
    const story = this.cases.get(act.no);
    if (story) applyFact(story, act, moment);
  }

  #doneForRequest(act: Act, { at, transferId, caseNo, state }: Extract<Line, { kind: 'done' }>): void {
    const { no, what } = act;
    const moment = Date.parse(at);
    if (what !== 'letter') {
      const known = this.requests.get(no);
      if (known) applyToRequest(known, act, moment);
      return;
    }
    if (state !== 'opened' || transferId === undefined) {
      this.lettersElsewhere.add(no);
      return;
    }
    const opened = newRequestStory({ no, transferId, caseNo: caseNo ?? '', arrivedAt: moment });
    this.requests.set(no, opened);
    this.requestsByTransfer.set(transferId, opened);
  }
}

function applyFact(story: CaseStory, { what, attempt, body }: Act, at: OfficeMs): void {
  story.facts.add(`${what}/${attempt}`);
  const end = (how: Closing): void => {
    story.ending = { how, at, attempts: story.letters.length };
  };
  if (what === 'letterSent')
    story.letters.push({
      attempt,
      postedAt: at,
      waybill: typeof body['waybill'] === 'string' ? body['waybill'] : undefined,
    });
  else if (what === 'counterpartContacted') story.calls.set(attempt, (story.calls.get(attempt) ?? 0) + 1);
  else if (what === 'letterDelivered') story.deliveredByHand.set(attempt, at);
  else if (what === 'booked') end('completed');
  else if (what === 'reviewed' && body['outcome'] === 'refused') end('refused');
  else if (what === 'withdrawn' || what === 'closedWithoutTransfer') end(what);
}
