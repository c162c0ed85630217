import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { Holder } from '../transfer/holder.tsx';

type PersonTransfer = Schemas['PersonTransfer'];

interface TellNowProps {
  readonly transfers: readonly PersonTransfer[];
  readonly onSlip: (transferId: string) => void;
}

/** In plain sentences what can be said to the person now: of everything open; where nothing is, how the last one ended. */
export function TellNow({ transfers, onSlip }: TellNowProps) {
  const { t } = useTranslation();
  const open = transfers.filter(({ transfer }) => transfer.closedAt === null);
  return (
    <Panel title={t('person.now.title')}>
      {open.length === 0 && <p className="soft">{t('person.now.nothingOpen')}</p>}
      {(open.length === 0 ? transfers.slice(0, 1) : open).map((one) => (
        <Told key={one.transfer.id} of={one} onSlip={onSlip} />
      ))}
    </Panel>
  );
}

function Told({ of, onSlip }: { readonly of: PersonTransfer; readonly onSlip: TellNowProps['onSlip'] }) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const { transfer, progress, statusCode, slip } = of;
  const { id, caseNo, counterpart, procedure, closedAt } = transfer;
  return (
    <section className="tell" aria-label={caseNo}>
      <h3>
        <Link to="/transfers/$id" params={{ id }} className="number">
          {caseNo}
        </Link>{' '}
        {t(`directions.${transfer.direction}`)} · {counterpart.name}
      </h3>
      <Holder progress={progress} />
      {progress.next !== null && transfer.openStep && (
        <p>{t('person.now.next', { step: words.step(progress.next, procedure) })}</p>
      )}
      {closedAt === null && <MustDo of={of} />}
      <div className="row">
        <span className="soft">{t('person.now.status', { code: statusCode })}</span>
        {slip && (
          <Button size="small" className="no-print" onClick={() => onSlip(id)}>
            {t('person.now.slip')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** What waits to be said to them, by its reason; on hold the sentence above has said for what. */
function MustDo({ of: { tasks, transfer } }: { readonly of: PersonTransfer }) {
  const { t } = useTranslation();
  const toTell = tasks.filter(({ kind }) => kind === 'tellPerson' || kind === 'phoneNotice');
  if (toTell.length === 0) {
    return transfer.openStep?.held === true ? null : <p>{t('person.now.nothingToDo')}</p>;
  }
  return (
    <div>
      <p>{t('person.now.mustDo')}</p>
      <ul className="plain-list">
        {toTell.map(({ id, kind, reasonCode }) => (
          <li key={id}>{reasonCode === null ? t(`taskKinds.${kind}`) : <ReasonText code={reasonCode} />}</li>
        ))}
      </ul>
    </div>
  );
}
