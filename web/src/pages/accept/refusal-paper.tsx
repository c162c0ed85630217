import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/queries.ts';
import { bodyOf, client } from '../../api/client.ts';
import { PrintButton } from '../../documents/print-button.tsx';
import type { Schemas } from '../../api/types.ts';
import { ReasonText } from '../../components/reason-text.tsx';
import { useFocusHere } from '../../components/use-focus-here.ts';
import { Moment } from '../../components/time.tsx';

interface RefusalPaperProps {
  readonly refusal: Schemas['WrittenRefusal'];
  /** At the counter: the next person. */
  readonly onAgain?: () => void;
}

/** What the person takes home instead of a slip: why, on which ground, and what can be done against it. */
export function RefusalPaper({ refusal, onAgain }: RefusalPaperProps) {
  const { t } = useTranslation();
  const { office } = useMe();
  const paper = useFocusHere(onAgain !== undefined);
  const title = t(`refusals.papers.${refusal.kind}`);
  return (
    <div className="stack">
      <article ref={paper} tabIndex={-1} className="slip" aria-label={title}>
        <p className="soft">{office.name}</p>
        <h2>{title}</h2>
        <dl className="pairs">
          <dt>{t('accept.refuse.number')}</dt>
          <dd>{refusal.refusalNo}</dd>
          <dt>{t('accept.name')}</dt>
          <dd>{refusal.personName}</dd>
          <dt>{t('accept.idNumber')}</dt>
          <dd>{refusal.idNumberMasked}</dd>
          <dt>{t('accept.refuse.reason')}</dt>
          <dd>
            <ReasonText code={refusal.reasonCode} />
          </dd>
          {refusal.ground !== '' && (
            <>
              <dt>{t('accept.refuse.ground')}</dt>
              <dd>{refusal.ground}</dd>
            </>
          )}
          <dt>{t('common.columns.when')}</dt>
          <dd>
            <Moment at={refusal.refusedAt} />
          </dd>
          <dt>{t('accept.slip.telephone')}</dt>
          <dd>{office.telephone}</dd>
        </dl>
        <p className="small">{t('accept.refuse.remedies')}</p>
      </article>
      <div className="row no-print">
        <PrintButton
          print={async () =>
            bodyOf(await client.POST('/refusals/{id}/documents', { params: { path: { id: refusal.id } }, body: {} }))
          }
        />
        {onAgain && <Button onClick={onAgain}>{t('accept.again')}</Button>}
      </div>
    </div>
  );
}
