import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/queries.ts';
import type { Recorded } from '../../api/record-fact.ts';
import type { TransferDetail } from '../../api/types.ts';
import { useFocusHere } from '../../components/use-focus-here.ts';
import { Panel } from '../../components/panel.tsx';
import { NextCase } from '../../components/next-case.tsx';
import { Due } from '../../components/time.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';

interface DonePanelProps {
  readonly recorded: Recorded;
  readonly transfer: TransferDetail;
  /** Whoever reads it has the next step, too. */
  readonly onGoOn: () => void;
}

/** What became of it, who has it now, and the next one of whoever reads it: another case, or another step of this. */
export function DonePanel({ recorded, transfer, onGoOn }: DonePanelProps) {
  const { t } = useTranslation();
  const { id: me } = useMe();
  const here = useFocusHere();
  return (
    <Panel title={t('entry.done.title', { caseNo: transfer.caseNo })}>
      <div ref={here as React.RefObject<HTMLDivElement>} tabIndex={-1} className="stack tight done" role="status">
        {'event' in recorded ? <Fact fact={recorded} procedure={transfer.procedure} /> : <Proposed />}
        <div>
          {'event' in recorded && recorded.openStep?.owner.id === me ? (
            <Button type="primary" onClick={onGoOn}>
              {t('entry.done.goOn')}
            </Button>
          ) : (
            <NextCase besides={transfer.id} step={'event' in recorded ? recorded.closedStep?.step : undefined} orList />
          )}
        </div>
      </div>
    </Panel>
  );
}

function Proposed() {
  const { t } = useTranslation();
  return (
    <p className="verdict">
      {t('facts.proposed')} <Link to="/approvals">{t('layout.approvals')}</Link>
    </p>
  );
}

interface FactProps {
  readonly fact: Extract<Recorded, { readonly event: unknown }>;
  readonly procedure: string;
}

function Fact({ fact: { event, openStep, parked }, procedure }: FactProps) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  return (
    <>
      <p className="verdict good">
        {t('facts.recorded', { what: t(`events.${event.kind}`) })}
        {parked && <> {t('facts.parked')}</>}
      </p>
      {openStep && (
        <p>
          {t('entry.done.next', { step: words.step(openStep.step, procedure), name: openStep.owner.displayName })}{' '}
          <Due on={openStep.dueOn} provisional={openStep.provisional} />
        </p>
      )}
    </>
  );
}
