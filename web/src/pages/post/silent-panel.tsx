import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { letterColumns } from './letter-columns.tsx';
import { LetterList } from './letter-list.tsx';
import { SilentDialog, type SilentKind } from './silent-dialog.tsx';
import type { MailItem } from './use-letters.ts';

const KINDS = ['counterpartContacted', 'letterLost'] as const satisfies readonly SilentKind[];

/** The courier has them and does not speak of them: somebody asks, or gives them up. */
export function SilentPanel() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ readonly kind: SilentKind; readonly letter: MailItem }>();
  const [said, setSaid] = useState('');
  const columns = letterColumns(t, 'postedOn', 'caseNo', 'counterpart', 'waybill', 'lastScan');
  const actions = {
    key: 'actions',
    title: t('post.actions'),
    render: (letter: MailItem) => (
      <span className="row">
        {KINDS.map((kind) => (
          <Button
            key={kind}
            size="small"
            aria-label={`${t(`facts.action.${kind}`)} ${letter.caseNo ?? ''}`}
            onClick={() => setAsked({ kind, letter })}
          >
            {t(`facts.action.${kind}`)}
          </Button>
        ))}
      </span>
    ),
  };
  return (
    <div className="stack tight">
      <LetterList
        title={t('post.silent')}
        nothing={t('post.nothingSilent')}
        question={{ awaits: 'arrival', silent: true }}
        columns={[...columns, actions]}
      />
      <div role="status">{said !== '' && <p className="verdict good">{said}</p>}</div>
      {asked && (
        <SilentDialog
          {...asked}
          onClose={() => setAsked(undefined)}
          onRecorded={() => setSaid(t('facts.recorded', { what: t(`events.${asked.kind}`) }))}
        />
      )}
    </div>
  );
}
