import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { OutcomeNotice, type Outcome } from '../../components/outcome.tsx';
import { Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import type { PaperWords } from './paper-words-dialog.tsx';

const PaperWordsDialog = lazy(async () => ({ default: (await import('./paper-words-dialog.tsx')).PaperWordsDialog }));

/** What papers say, as the office words it; what holds today and what comes. */
export function PaperWordsPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/document-templates', {});
  const [changing, setChanging] = useState<PaperWords>();
  const [outcome, setOutcome] = useState<Outcome>();
  return (
    <Panel title={t('documents.words.title')}>
      <div className="stack tight">
        <p className="soft">{t('documents.words.explain')}</p>
        <OutcomeNotice outcome={outcome} />
        <Loaded query={query} lines={6}>
          {({ items }) => (
            <DataTable
              caption={t('documents.words.title')}
              rows={items}
              rowKey={({ kind }) => kind}
              columns={[
                { key: 'kind', title: t('common.columns.kind'), render: ({ kind }) => t(`documents.kinds.${kind}`) },
                { key: 'words', title: t('messages.text'), render: (words) => <Standing {...words} /> },
                ...(may('changeSettings')
                  ? [
                      {
                        key: 'actions',
                        title: t('staff.actions'),
                        render: (words: PaperWords) => (
                          <Button
                            size="small"
                            aria-label={`${t('settings.change')} ${t(`documents.kinds.${words.kind}`)}`}
                            onClick={() => setChanging(words)}
                          >
                            {t('settings.change')}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Loaded>
      </div>
      {changing && (
        <Suspense fallback={null}>
          <PaperWordsDialog
            template={changing}
            onClose={() => setChanging(undefined)}
            onSent={() => setOutcome({ waits: false, text: t('messages.kept') })}
          />
        </Suspense>
      )}
    </Panel>
  );
}

function Standing({ now, ahead }: PaperWords) {
  const { t } = useTranslation();
  return (
    <>
      <span className="soft">
        {now === null ? (
          t('messages.standard')
        ) : (
          <>
            {t('messages.since')} <Day on={now.fromDay} /> · {now.changedBy.displayName}
          </>
        )}
      </span>
      {ahead.map(({ fromDay, changedBy }) => (
        <div key={fromDay} className="small">
          <span className="badge">
            {t('messages.from')} <Day on={fromDay} />
          </span>{' '}
          <span className="soft">{changedBy.displayName}</span>
        </div>
      ))}
    </>
  );
}
