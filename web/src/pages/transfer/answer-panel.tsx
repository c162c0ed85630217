import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Empty, Panel } from '../../components/panel.tsx';
import { Yuan } from '../../components/time.tsx';

type Answer = Schemas['OurAnswer'];

/** Of a transfer-out: what our last form says, and what of it has left. */
export function AnswerPanel({ answer }: { readonly answer: Answer | null }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('transfer.answer.title')}>
      {answer ? <AnswerLines answer={answer} /> : <Empty>{t('transfer.answer.empty')}</Empty>}
    </Panel>
  );
}

export function AnswerLines({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation();
  const { formNo, dueFen } = answer;
  const lines = [
    [t('infoForm.line4'), answer.accountTotalFen],
    [t('infoForm.line5'), answer.pooledFundFen],
    [t('infoForm.line6'), answer.totalFen],
    [t('transfer.answer.sent'), answer.sentFen],
    [t(dueFen < 0 ? 'transfer.answer.over' : 'transfer.answer.due'), Math.abs(dueFen)],
  ] as const;
  return (
    <div className="stack tight">
      {formNo !== null && (
        <p>
          {t('infoForm.formNo')} <span className="number">{formNo}</span>
        </p>
      )}
      <dl className="pairs numbers">
        {lines.map(([title, fen]) => (
          <Line key={title} title={title} fen={fen} />
        ))}
      </dl>
    </div>
  );
}

function Line({ title, fen }: { readonly title: string; readonly fen: number }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <Yuan fen={fen} />
      </dd>
    </>
  );
}
