import pc from 'picocolors';
import { type Figures } from './figures.ts';

/** The running office in a few lines, for a terminal. */
export function boardLines({ clock, open, completion, operations }: Figures): string[] {
  const lines: string[] = [];
  if (clock) lines.push(`${pc.bold(clock.officeDate)}  ${clockState(clock)}`);
  if (open) {
    lines.push('', ...open.bySteps.map(stepLine));
    lines.push('', `${pad('open', open.open)}   ${pad('closed', open.closed)}   ${pad('overdue', open.overdue)}`);
  }
  const rates = completion?.attempts;
  if (rates) lines.push(`closed with attempt 1 / 2 / 3:  ${ratesLine(rates)}   of ${rates.cohort} accepted`);
  if (operations) lines.push(violationsLine(operations));
  return lines;
}

/** The same in one line, for a log. */
export function boardLine({ clock, open, completion, operations }: Figures): string {
  const rates = completion?.attempts;
  return [
    clock?.officeDate,
    open && `open ${open.open}, closed ${open.closed}, overdue ${open.overdue}`,
    rates && `rates ${ratesLine(rates)}`,
    operations && `violations ${operations.violations}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

type Clock = NonNullable<Figures['clock']>;
type Attempts = NonNullable<NonNullable<Figures['completion']>['attempts']>;
type Step = { step: string; open: number; overdue: number; held: number };

function clockState({ frozen, simulated, speed }: Clock): string {
  if (frozen) return pc.dim('the office clock stands still');
  return pc.dim(simulated ? `simulated, ${Math.round(speed)} times as fast` : 'real time');
}

function stepLine({ step, open, overdue, held }: Step): string {
  const bar = pc.cyan('█'.repeat(Math.min(30, Math.ceil(open / 5))));
  const notes = [overdue > 0 ? pc.yellow(`${overdue} overdue`) : '', held > 0 ? `${held} on hold` : ''].filter(Boolean);
  return `  ${step.padEnd(18)}${String(open).padStart(5)}  ${bar} ${notes.join(', ')}`.trimEnd();
}

function ratesLine({ shown }: Attempts): string {
  return [shown[1], shown[2], shown[3]].map((rate) => (rate === null ? '–' : `${rate} %`)).join(' / ');
}

function violationsLine({ violations, findings }: NonNullable<Figures['operations']>): string {
  if (violations === 0) return pc.green('violations of the invariants: 0');
  const named = findings.filter(({ count }) => count > 0).map(({ invariant, count }) => `${invariant} ${count}`);
  return pc.red(`violations of the invariants: ${violations} (${named.join(', ')})`);
}

const pad = (label: string, count: number) => `${label} ${pc.bold(String(count))}`;
