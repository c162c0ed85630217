import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { OutcomeNotice, type Outcome } from '../../components/outcome.tsx';
import { Pairs } from '../../components/pairs.tsx';
import { Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import type { Letterhead } from './letterhead-dialog.tsx';
import './letterhead.css';

const LetterheadDialog = lazy(async () => ({ default: (await import('./letterhead-dialog.tsx')).LetterheadDialog }));

type Version = Schemas['LetterheadVersion'];

/** What stands on every paper beside the office's name, now and from days that come. */
export function LetterheadPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/office/letterhead', {});
  const [changing, setChanging] = useState<Letterhead>();
  const [outcome, setOutcome] = useState<Outcome>();
  const ask = (letterhead: Letterhead) => {
    setOutcome(undefined);
    setChanging(letterhead);
  };
  const change = may('changeSettings') && query.data && (
    <Button
      size="small"
      aria-label={`${t('settings.change')} ${t('letterhead.title')}`}
      onClick={() => ask(query.data)}
    >
      {t('settings.change')}
    </Button>
  );
  return (
    <Panel title={t('letterhead.title')} aside={change}>
      <div className="stack tight">
        <p className="soft">{t('letterhead.explain')}</p>
        <OutcomeNotice outcome={outcome} />
        <Loaded query={query} lines={4}>
          {({ now, ahead }) => (
            <>
              {now === null ? <p>{t('letterhead.none')}</p> : <VersionFacts version={now} />}
              {ahead.map((version) => (
                <VersionFacts key={version.fromDay} version={version} isAhead />
              ))}
            </>
          )}
        </Loaded>
      </div>
      {changing && (
        <Suspense fallback={null}>
          <LetterheadDialog
            letterhead={changing}
            onClose={() => setChanging(undefined)}
            onSent={() => setOutcome({ waits: false, text: t('messages.kept') })}
          />
        </Suspense>
      )}
    </Panel>
  );
}

function VersionFacts({ version, isAhead = false }: { readonly version: Version; readonly isAhead?: boolean }) {
  const { t } = useTranslation();
  const { address, postcode, sealText, logo, fromDay, changedBy } = version;
  return (
    <div className="stack tight">
      <Pairs
        pairs={[
          [t('letterhead.address'), address || '–'],
          [t('letterhead.postcode'), postcode || '–'],
          [t('letterhead.sealText'), sealText || t('letterhead.sealIsName')],
          [
            t('letterhead.logo'),
            logo === null ? t('letterhead.noLogo') : <img className="office-logo" src={logo.image} alt="" />,
          ],
        ]}
      />
      <div className="small">
        {isAhead ? (
          <span className="badge">
            {t('messages.from')} <Day on={fromDay} />
          </span>
        ) : (
          changedBy && (
            <span className="soft">
              {t('messages.since')} <Day on={fromDay} />
            </span>
          )
        )}{' '}
        <span className="soft">{changedBy?.displayName}</span>
      </div>
    </div>
  );
}
