import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/queries.ts';
import type { Schemas, TransferRow } from '../../api/types.ts';
import { useFocusHere } from '../../components/use-focus-here.ts';
import { Day } from '../../components/time.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';

interface SlipPaperProps {
  readonly transfer: Pick<TransferRow, 'caseNo' | 'procedure'>;
  readonly slip: Schemas['Slip'];
}

/** What the person takes home; printed it stands alone on the paper. */
export function SlipPaper({ transfer, slip }: SlipPaperProps) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const { office } = useMe();
  const paper = useFocusHere();
  return (
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
  );
}
