import type { Look, LookAnswer } from '../../activities/ledger.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { ClosedStep, FactNudge, StandingStep } from '../../domain/facts/nudge.ts';
import { inEmployee } from '../../domain/procedures/in-employee.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { walk } from '../../domain/procedures/walk.ts';

export interface Opened extends StandingStep {
  outcome: string | null;
  alarms: number;
}

const DAY_MS = 86_400_000;

/** The ledger as a run sees it: steps that open when the one before closes, alarms that are raised, no database. */
export class FakeLedger {
  readonly procedure: Procedure;
  readonly steps: Opened[] = [];
  /** Outcomes that are known before their step opens: what came early. */
  readonly decided = new Map<string, string>();
  readonly looks: Look[] = [];
  closing: Closing | null = null;
  factSeq = 1;
  sleepMs = 15 * DAY_MS;

  constructor(procedure: Procedure = inEmployee) {
    this.procedure = procedure;
  }

  readonly activities = {
    look: (run: Look): Promise<LookAnswer> => {
      this.looks.push(run);
      const own = this.steps[run.ordinal - 1];
      const differs = run.isLost ?? (own?.step !== run.step || own.attempt !== run.attempt);
      const open = this.open();
      if (open) open.alarms += 1;
      return Promise.resolve({
        outcomes: this.steps.flatMap(({ outcome }) => outcome ?? []),
        open: open ? standing(open) : null,
        closing: this.closing,
        sleepMs: open ? this.sleepMs : null,
        factSeq: this.factSeq,
        differs,
      });
    },
    sendDueNotices: () => Promise.resolve({ sleepMs: DAY_MS }),
    attendClocks: () => Promise.resolve({ sleepMs: DAY_MS }),
  };

  /** What the relay says of the acceptance. */
  accept(): FactNudge {
    this.#openNext();
    return this.#told({ factSeq: 1, kind: 'accepted' });
  }

  /** What a fact does: closes the open step, and those that had been decided early; the nudge is what the relay would send. */
  close(outcome: string): FactNudge {
    const closes = this.#close(outcome);
    return this.#told({ factSeq: ++this.factSeq, kind: 'reviewed', closes });
  }

  /** A fact that closes nothing. */
  note(): FactNudge {
    return { factSeq: ++this.factSeq, kind: 'counterpartContacted' };
  }

  end(closing: Closing): FactNudge {
    this.closing = closing;
    const open = this.open();
    if (open) open.outcome = closing;
    return {
      factSeq: ++this.factSeq,
      kind: 'withdrawn',
      ends: closing,
      opens: null,
      closes: open ? [{ ordinal: open.ordinal, outcome: closing }] : [],
    };
  }

  open(): Opened | undefined {
    return this.steps.find((step) => step.outcome === null);
  }

  walked(): string[] {
    return this.steps.map((row) => `${row.step} ${String(row.attempt)} ${row.outcome ?? '…'}`);
  }

  #close(outcome: string): ClosedStep[] {
    const open = this.open();
    if (!open) throw new Error('no step is open');
    open.outcome = outcome;
    this.#openNext();
    const next = this.open();
    const early = next && this.decided.get(next.step);
    this.decided.delete(next?.step ?? '');
    return [{ ordinal: open.ordinal, outcome }, early === undefined ? [] : this.#close(early)].flat();
  }

  #openNext(): void {
    const outcomes = this.steps.map(({ outcome }) => outcome!);
    const { open, closing } = walk(this.procedure, outcomes);
    this.closing = closing;
    if (open) this.steps.push({ ...open, dueOn: '2026-03-31', outcome: null, alarms: 0 });
  }

  #told(nudge: FactNudge): FactNudge {
    const open = this.open();
    if (open) return { ...nudge, opens: standing(open), sleepMs: this.sleepMs };
    return { ...nudge, opens: null, ...(this.closing && { ends: this.closing }) };
  }
}

const standing = ({ ordinal, step, attempt, dueOn }: StandingStep): StandingStep => ({ ordinal, step, attempt, dueOn });
