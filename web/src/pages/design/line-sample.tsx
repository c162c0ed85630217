import { useMe, useOfficeDate, useProcedures } from '../../api/queries.ts';
import type { Procedure, StepView } from '../../api/types.ts';
import { LinePanel } from '../transfer/line-panel.tsx';
import '../transfer/transfer.css';

const AT = 2;

/** The line of steps of the office's first procedure: two done, the third open and late, the rest to come. */
export function LinePanelSample() {
  const me = useMe();
  const today = useOfficeDate() ?? '2026-01-01';
  const procedure = useProcedures()[0];
  if (!procedure) return null;
  const steps = procedure.way.slice(0, AT + 1).map((step, index) => sampleStep({ step, index, today, by: me }));
  return (
    <LinePanel
      transfer={{ procedure: procedure.key, letterSender: null, steward: me }}
      progress={{ procedure: procedure.key, steps, next: null, closedAt: null }}
    />
  );
}

interface Sample {
  readonly step: Procedure['way'][number];
  readonly index: number;
  readonly today: string;
  readonly by: StepView['owner'];
}

function sampleStep({ step, index, today, by: { id, displayName } }: Sample): StepView {
  const isOpen = index === AT;
  const at = `${today}T09:00:00+08:00`;
  return {
    ordinal: index + 1,
    step,
    attempt: 1,
    owner: { id, displayName },
    owners: [],
    openedAt: at,
    dueOn: today,
    provisional: false,
    dueExplained: { limit: '', workingDays: 0, startedOn: today, skipped: [], heldWorkingDays: 0, ruleVersion: '' },
    remindedAt: null,
    overdueAt: isOpen ? at : null,
    escalations: 0,
    heldSince: null,
    holdReason: null,
    holdReviewOn: null,
    closedAt: isOpen ? null : at,
    outcome: null,
  };
}
