import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedures } from '../../../api/queries.ts';
import type { Recorded } from '../../../api/record-fact.ts';
import type { NewFactKind, Progress, TransferDetail } from '../../../api/types.ts';
import { Empty, Panel } from '../../../components/panel.tsx';
import { FactDialog } from './lazy-fact-dialog.tsx';
import { offeredFacts } from './fact-rules.ts';
import { standingOf } from './standing.ts';

interface FactsPanelProps {
  readonly transfer: TransferDetail;
  readonly progress: Progress;
}

/** The facts that the viewer may record now: what the open step waits for, then what may happen at any time. */
export function FactsPanel({ transfer, progress }: FactsPanelProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<NewFactKind>();
  const [recorded, setRecorded] = useState<Recorded>();
  const { ofStep, anyTime } = offeredFacts(transfer.allowedFacts, standingOf(useProcedures(), progress));
  const nothing = ofStep.length + anyTime.length === 0;
  return (
    <Panel title={t('transfer.facts.title')} className="facts-panel no-print">
      <div role="status">{recorded && <RecordedLine recorded={recorded} />}</div>
      {nothing && <Empty>{t(transfer.closedAt === null ? 'transfer.facts.none' : 'transfer.facts.noneClosed')}</Empty>}
      <FactButtons kinds={ofStep} leading onChoose={setKind} />
      {ofStep.length > 0 && anyTime.length > 0 && <h3>{t('transfer.facts.also')}</h3>}
      <FactButtons kinds={anyTime} onChoose={setKind} />
      {kind && (
        <FactDialog
          key={kind}
          kind={kind}
          transfer={transfer}
          progress={progress}
          onClose={() => setKind(undefined)}
          onRecorded={setRecorded}
        />
      )}
    </Panel>
  );
}

function RecordedLine({ recorded }: { readonly recorded: Recorded }) {
  const { t } = useTranslation();
  if (!('event' in recorded)) {
    return (
      <p className="verdict">
        {t('facts.proposed')} <Link to="/approvals">{t('layout.approvals')}</Link>
      </p>
    );
  }
  return (
    <p className="verdict good">
      {t('facts.recorded', { what: t(`events.${recorded.event.kind}`) })}
      {recorded.parked && <> {t('facts.parked')}</>}
    </p>
  );
}

/** More than these would shout. */
const FEW = 2;

interface FactButtonsProps {
  readonly kinds: readonly NewFactKind[];
  readonly leading?: boolean;
  readonly onChoose: (kind: NewFactKind) => void;
}

function FactButtons({ kinds, leading = false, onChoose }: FactButtonsProps) {
  const { t } = useTranslation();
  return (
    <div className="fact-buttons">
      {kinds.map((kind) => (
        <Button
          key={kind}
          {...(leading && { color: 'primary', variant: kinds.length > FEW ? 'outlined' : 'solid' })}
          size={leading ? 'middle' : 'small'}
          onClick={() => onChoose(kind)}
        >
          {t(`facts.action.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
