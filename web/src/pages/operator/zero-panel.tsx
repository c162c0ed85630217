import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel.tsx';
import { Count } from '../../components/time.tsx';
import { Figure, Figures } from './figure.tsx';
import { RepairButton } from './repair-button.tsx';
import type { Operations, Repairing } from './use-operator.ts';
import { useTimeWords } from './words.tsx';

interface ZeroPanelProps {
  readonly operations: Operations;
  readonly repairing: Repairing;
}

export function ZeroPanel({ operations, repairing }: ZeroPanelProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('operator.zero.title')}>
      <Figures>
        <Violations operations={operations} repairing={repairing} />
        <Figure
          name={t('operator.zero.between')}
          value={<Count of={operations.openWithoutStep} />}
          bad={operations.openWithoutStep > 0}
          means={t('operator.zero.betweenMeans')}
          act={t('operator.zero.betweenAct')}
        />
        <Figure
          name={t('operator.zero.stuck')}
          value={<Count of={operations.stuckTransfers} />}
          bad={operations.stuckTransfers > 0}
          means={t('operator.zero.stuckMeans')}
          act={t('operator.zero.stuckAct')}
        >
          <RepairButton kind="openSteps" repairing={repairing} />
        </Figure>
        <Figure
          name={t('operator.zero.dead')}
          value={<Count of={operations.deadLetters} />}
          bad={operations.deadLetters > 0}
          means={t('operator.zero.deadMeans')}
          act={t('operator.zero.deadAct')}
        >
          <RepairButton kind="passOnGivenUp" repairing={repairing} />
        </Figure>
      </Figures>
    </Panel>
  );
}

function Violations({ operations: { violations, findings, checkedAt }, repairing }: ZeroPanelProps) {
  const { t } = useTranslation();
  const { sinceInstant } = useTimeWords();
  const checked =
    checkedAt === null ? t('operator.zero.unchecked') : t('operator.zero.checked', { ago: sinceInstant(checkedAt) });
  return (
    <Figure
      name={t('operator.zero.violations')}
      value={
        <>
          <Count of={violations} />
          {findings.map(({ invariant, count }) => (
            <span key={invariant}>
              <code>{invariant}</code> <Count of={count} />
            </span>
          ))}
        </>
      }
      bad={violations > 0}
      means={`${t('operator.zero.violationsMeans')} ${checked}`}
      act={t('operator.zero.violationsAct')}
    >
      <RepairButton kind="checkInvariants" repairing={repairing} />
    </Figure>
  );
}
