import type { Closing } from '../../domain/facts/closings.ts';
import type { FactNudge } from '../../domain/facts/nudge.ts';

export interface Opened {
  ordinal: number;
  step: string;
  attempt: number;
  outcome: string | null;
  alarms: number;
}

const DAY_MS = 86_400_000;

/** The ledger as the procedure sees it: steps that open and close, alarms that are raised, no database. */
export class FakeLedger {
  readonly steps: Opened[] = [];
  /** Outcomes that the ledger knows when the step is opened: what came early. */
  readonly decided = new Map<string, string>();
  closing: Closing | null = null;
  factSeq = 1;
  sleepMs = 15 * DAY_MS;

  readonly activities = {
    openStep: ({ ordinal, step, attempt }: { ordinal: number; step: string; attempt: number }) => {
      const stored = this.steps.find((row) => row.ordinal === ordinal);
      if (!stored && this.closing) return Promise.resolve(this.#answer(null));
      const outcome = this.decided.get(step) ?? null;
      const row = stored ?? { ordinal, step, attempt, outcome, alarms: 0 };
      if (!stored) this.steps.push(row);
      this.decided.delete(step);
      return Promise.resolve(this.#answer(row));
    },
    attendStep: ({ ordinal }: { ordinal: number }) => {
      const row = this.steps.find((step) => step.ordinal === ordinal)!;
      if (!row.outcome) row.alarms += 1;
      return Promise.resolve(this.#answer(row));
    },
    sendDueNotices: () => Promise.resolve({ sleepMs: DAY_MS }),
  };

  /** What a fact does: closes the open step; the nudge is what the relay would send. */
  close(outcome: string): FactNudge {
    const open = this.open();
    if (!open) throw new Error('no step is open');
    open.outcome = outcome;
    return { factSeq: ++this.factSeq, kind: 'reviewed', closes: { ordinal: open.ordinal, outcome } };
  }

  end(closing: Closing): FactNudge {
    this.closing = closing;
    const open = this.open();
    if (open) open.outcome = closing;
    return {
      factSeq: ++this.factSeq,
      kind: 'withdrawn',
      ends: closing,
      ...(open && { closes: { ordinal: open.ordinal, outcome: closing } }),
    };
  }

  open(): Opened | undefined {
    return this.steps.find((step) => step.outcome === null);
  }

  walked(): string[] {
    return this.steps.map((row) => `${row.step} ${String(row.attempt)} ${row.outcome ?? '…'}`);
  }

  #answer(row: Opened | null) {
    const outcome = row?.outcome ?? null;
    const open = row !== null && outcome === null;
    return {
      isNew: true,
      outcome,
      closing: row ? null : this.closing,
      sleepMs: open ? this.sleepMs : null,
      factSeq: this.factSeq,
    };
  }
}
