import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { PrintButton } from '../../documents/print-button.tsx';
import type { Schemas } from '../../api/types.ts';
import { SlipPaper } from './slip-paper.tsx';
import { Notice } from '../../components/notice.tsx';

interface SlipProps {
  readonly accepted: Schemas['AcceptedTransfer'];
  readonly onAgain: () => void;
}

/** What to ask before the person leaves, and the slip that they take home. */
export function Slip({ accepted: { transfer, slip, questions }, onAgain }: SlipProps) {
  const { t } = useTranslation();
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
    </div>
  );
}
