import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { useFocusHere } from '../../components/use-focus-here.ts';
import { Day } from '../../components/time.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';

interface SlipProps {
  readonly accepted: Schemas['AcceptedTransfer'];
  readonly onAgain: () => void;
}

/** What the person takes home; printed it stands alone on the paper. */
export function Slip({ accepted: { transfer, slip, questions }, onAgain }: SlipProps) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const { office } = useMe();
  const paper = useFocusHere();
  return (
    <div className="stack">
      {questions.length > 0 && (
        <Alert
          className="no-print"
          type="warning"
          showIcon
          title={t('accept.slip.ask')}
          description={
            <ul>
              {questions.map((question) => (
                <li key={question}>{t(`accept.question.${question}`)}</li>
              ))}
            </ul>
          }
        />
      )}
      <article ref={paper} tabIndex={-1} className="slip" aria-label={t('accept.slip.title')}>
        <p className="soft">{office.name}</p>
        <h2>{t('accept.slip.title')}</h2>
        <p>{t('accept.slip.intro')}</p>
        <p className="code">
          <span className="soft small">{t('accept.slip.code')}</span>
          <strong>{slip.statusCode}</strong>
        </p>
        <dl className="pairs">
          <dt>{t('accept.slip.caseNo')}</dt>
          <dd>{transfer.caseNo}</dd>
          <dt>{t('accept.slip.steward')}</dt>
          <dd>{[slip.steward, slip.stewardPost].filter(Boolean).join(' · ')}</dd>
          <dt>{t('accept.slip.telephone')}</dt>
          <dd>{slip.telephone}</dd>
          <dt>{t('accept.slip.next')}</dt>
          <dd>{words.step(slip.nextStep, transfer.procedure)}</dd>
          <dt>{t('accept.slip.due')}</dt>
          <dd>
            <Day on={slip.dueOn} /> {slip.provisional && `(${t('common.provisional')})`}
          </dd>
        </dl>
        <p className="soft small">{t('accept.slip.how', { address: `${location.host}/s` })}</p>
      </article>
      <div className="row no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t('common.print')}
        </Button>
        <Button onClick={onAgain}>{t('accept.again')}</Button>
        <Link to="/transfers/$id" params={{ id: transfer.id }}>
          {t('accept.toTransfer')}
        </Link>
      </div>
    </div>
  );
}
