import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel.tsx';
import { Count } from '../../components/time.tsx';
import { Figure, Figures } from './figure.tsx';
import { RepairButton } from './repair-button.tsx';
import type { Operations, Repairing, Upkeep } from './use-operator.ts';
import { useTimeWords } from './words.tsx';

interface TemporalPanelProps {
  readonly temporal: Upkeep['temporal'];
  readonly repairing: Repairing;
}

export function TemporalPanel({ temporal, repairing }: TemporalPanelProps) {
  const { t } = useTranslation();
  const { mended, refused, state } = temporal;
  return (
    <Panel title={t('operator.temporal.title')}>
      <Figures>
        <State temporal={temporal} />
        <Runs temporal={temporal}>
          <RepairButton kind="reconcile" repairing={repairing} />
          <RepairButton kind="lookEverywhere" repairing={repairing} />
        </Runs>
        {mended !== null && (
          <Figure
            name={t('operator.temporal.mended')}
            value={<Count of={mended} />}
            means={`${t('operator.temporal.mendedMeans')} ${mended > 0 ? t('operator.temporal.mendedAct') : ''}`.trim()}
          />
        )}
        {refused !== null && (
          <Figure
            name={t('operator.temporal.refused')}
            value={<Count of={refused} />}
            bad={refused > 0 && state !== 'unknown'}
            means={t('operator.temporal.refusedMeans')}
            act={t('operator.temporal.refusedAct')}
          />
        )}
      </Figures>
    </Panel>
  );
}

function State({ temporal: { state, since, reason } }: Pick<TemporalPanelProps, 'temporal'>) {
  const { t } = useTranslation();
  const { at } = useTimeWords();
  const said = since === null ? '' : t('operator.temporal.sinceWhen', { time: at(since), reason });
  return (
    <Figure
      name={t('operator.temporal.state')}
      value={t(`operator.temporal.states.${state}`)}
      bad={state !== 'reachable'}
      means={`${t('operator.temporal.stateMeans')} ${said}`.trim()}
      act={t(state === 'unknown' ? 'operator.temporal.unknownAct' : 'operator.temporal.stateAct')}
    />
  );
}

interface RunsProps extends Pick<TemporalPanelProps, 'temporal'> {
  readonly children: ReactNode;
}

function Runs({ temporal: { running, openTransfers, comparedAt }, children }: RunsProps) {
  const { t } = useTranslation();
  const { sinceInstant } = useTimeWords();
  const counts = { running: running ?? 0, open: openTransfers ?? 0 };
  const known = comparedAt !== null && running !== null;
  return (
    <Figure
      name={t('operator.temporal.runs')}
      value={known ? t('operator.temporal.runsOf', counts) : t('operator.unknown')}
      means={
        known
          ? t('operator.temporal.runsMeans', { ...counts, ago: sinceInstant(comparedAt) })
          : t('operator.temporal.runsNever')
      }
    >
      <div className="row">{children}</div>
    </Figure>
  );
}

/** Older than this nobody tells Temporal any more. */
const LATE_SECONDS = 60;

export function OutboxPanel({ operations }: { readonly operations: Operations }) {
  const { t } = useTranslation();
  const { span } = useTimeWords();
  const { outboxWaiting, outboxOldestSeconds } = operations;
  return (
    <Panel title={t('operator.outbox.title')}>
      <Figures>
        <Figure
          name={t('operator.outbox.waiting')}
          value={<Count of={outboxWaiting} />}
          means={t('operator.outbox.waitingMeans')}
        />
        <Figure
          name={t('operator.outbox.oldest')}
          value={span(outboxOldestSeconds)}
          bad={outboxOldestSeconds > LATE_SECONDS}
          means={t('operator.outbox.oldestMeans')}
          act={t('operator.outbox.oldestAct')}
        />
      </Figures>
    </Panel>
  );
}
