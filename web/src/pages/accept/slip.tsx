import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import { PrintButton } from '../../documents/print-button.tsx';
import type { Schemas } from '../../api/types.ts';
import { SlipPaper } from './slip-paper.tsx';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { AddPaper } from '../transfer/papers-panel.tsx';

interface SlipProps {
  readonly accepted: Schemas['AcceptedTransfer'];
  readonly onAgain: () => void;
}

/** What to ask before the person leaves, and the slip that they take home. */
export function Slip({ accepted: { transfer, slip, questions }, onAgain }: SlipProps) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className="stack">
      {questions.length > 0 && (
        <Notice className="no-print" kind="warning" title={t('accept.slip.ask')}>
          <ul className="defects">
            {questions.map((question) => (
              <li key={question}>{t(`accept.question.${question}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <SlipPaper transfer={transfer} slip={slip} />
      <div className="row no-print">
        <PrintButton
          print={async () =>
            bodyOf(
              await client.POST('/transfers/{id}/documents', {
                params: { path: { id: transfer.id } },
                body: { kind: 'acceptanceSlip' },
              }),
            )
          }
        />
        <Button onClick={onAgain}>{t('accept.again')}</Button>
        <Link to="/transfers/$id" params={{ id: transfer.id }}>
          {t('accept.toTransfer')}
        </Link>
      </div>
      {may('addPaper') && <ShownPapers transferId={transfer.id} />}
    </div>
  );
}

/** What was shown lies on the counter still: under the camera it becomes part of the transfer. */
function ShownPapers({ transferId }: { readonly transferId: string }) {
  const { t } = useTranslation();
  const [added, setAdded] = useState<readonly Schemas['Paper'][]>([]);
  return (
    <Panel title={t('accept.papers.title')} className="no-print">
      <div className="stack tight">
        <p>{t('accept.papers.text')}</p>
        <div role="status">
          {added.map(({ id, kind }) => (
            <p key={id}>
              <a href={`/transfers/${transferId}/papers/${id}`} target="_blank" rel="noreferrer">
                {t('accept.papers.added', { kind })}
              </a>
            </p>
          ))}
        </div>
        <AddPaper transferId={transferId} onAdded={(paper) => setAdded((before) => [...before, paper])} />
      </div>
    </Panel>
  );
}
