/** Envelopes and what the courier says of them; an answer is what the transfer is told. */

export interface Scan {
  readonly at: number;
  readonly code: string;
  readonly reason?: string | undefined;
}
interface Envelope {
  readonly waybill: number;
  readonly attempt: number;
  state: string;
  failure: string | undefined;
  readonly scans: Scan[];
  readonly told: Set<string>;
}
export interface Told {
  readonly kind: 'letterDelivered' | 'letterReturned';
  readonly reason?: string | undefined;
}

const RANK = ['203', '305', '463', '999', '705', '704', '708'];
const STATE: Readonly<Record<string, string>> = {
  '203': 'posted',
  '305': 'underWay',
  '463': 'outForDelivery',
  '999': 'unknown',
};
const FINAL = ['delivered', 'returned', 'lost'];

export class ReferenceLetters {
  readonly envelopes: Envelope[] = [];
  /** By waybill: what came before its letter was recorded. */
  readonly #waiting = new Map<number, Scan[]>();

  /** The number's scans that are here already may settle it at once. */
  send(waybill: number, attempt: number): Told | undefined {
    const envelope = { waybill, attempt, state: 'posted', failure: undefined, scans: [], told: new Set<string>() };
    this.envelopes.push(envelope);
    const scans = this.#waiting.get(waybill) ?? [];
    this.#waiting.delete(waybill);
    return scans.length === 0 ? undefined : this.#settle(envelope, scans, attempt);
  }

  /** `current`: the attempt that is running, if one is. */
  scan(waybill: number, scan: Scan, current: number | undefined, open: boolean): Told | undefined {
    const envelope = this.envelopes.find((one) => one.waybill === waybill);
    const known = envelope ? envelope.scans : (this.#waiting.get(waybill) ?? []);
    if (known.some(({ at, code }) => at === scan.at && code === scan.code)) return undefined;
    if (envelope) return this.#settle(envelope, [scan], current, open);
    this.#waiting.set(waybill, [...known, scan]);
    return undefined;
  }

  /** A person's or the courier's word about the attempt. */
  say(attempt: number, state: string, failure?: string): void {
    for (const one of this.envelopes.filter((each) => each.attempt === attempt && !FINAL.includes(each.state))) {
      one.state = state;
      one.failure = failure;
    }
  }

  get lastAttempt(): number {
    return this.envelopes.at(-1)?.attempt ?? 1;
  }

  #settle(envelope: Envelope, scans: readonly Scan[], current: number | undefined, open = true): Told | undefined {
    envelope.scans.push(...scans);
    const { state, failure } = folded(envelope.scans);
    const before = { state: envelope.state, failure: envelope.failure };
    if (!FINAL.includes(before.state) || FINAL.includes(state)) Object.assign(envelope, { state, failure });
    const decided = FINAL.includes(state) && (state !== before.state || failure !== before.failure);
    if (!decided || !open || envelope.attempt !== current) return undefined;
    const others = this.envelopes.filter((one) => one !== envelope && one.attempt === envelope.attempt);
    if (others.some((one) => one.state === 'delivered')) return undefined;
    if (state === 'returned' && (!failure || others.some((one) => !FINAL.includes(one.state)))) return undefined;
    if (envelope.told.has(state)) return undefined;
    envelope.told.add(state);
    return state === 'delivered' ? { kind: 'letterDelivered' } : { kind: 'letterReturned', reason: failure };
  }
}

function folded(scans: readonly Scan[]): { state: string; failure: string | undefined } {
  const read = [...scans].sort((a, b) => a.at - b.at || RANK.indexOf(a.code) - RANK.indexOf(b.code));
  const failure = read.findLast(({ code, reason }) => code === '705' && reason !== undefined)?.reason;
  if (read.some(({ code }) => code === '708')) return { state: 'returned', failure };
  const verdict = read.findLast(({ code }) => code === '704' || code === '705');
  if (verdict?.code === '704') return { state: 'delivered', failure: undefined };
  const outAgain = read.some(({ code, at }) => code === '463' && at > (verdict?.at ?? Infinity));
  if (verdict && !outAgain) return { state: 'returned', failure };
  return { state: STATE[read.at(-1)!.code] ?? 'posted', failure: undefined };
}
