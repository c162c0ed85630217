import { useTranslation } from 'react-i18next';
import { SCAN_MEANINGS, type ScanMeaning } from '../../../../domain/letters/courier-codes.ts';
import type { Schemas } from '../../api/types.ts';
import { Empty, Panel } from '../../components/panel.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { Day, Moment } from '../../components/time.tsx';

type Letter = Schemas['Letter'];

const TONES: Record<Letter['state'], string> = {
  posted: 'info',
  underWay: 'info',
  outForDelivery: 'info',
  delivered: 'good',
  returned: 'overdue',
  lost: 'overdue',
  unknown: 'warn',
};

export function LettersPanel({ letters }: { readonly letters: readonly Letter[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('transfer.letters.title')}>
      {letters.length === 0 ? (
        <Empty>{t('transfer.letters.empty')}</Empty>
      ) : (
        <ul className="plain cards">
          {letters.map((letter) => (
            <li key={letter.id}>
              <LetterCard letter={letter} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function LetterCard({ letter }: { readonly letter: Letter }) {
  const { t } = useTranslation();
  return (
    <article className="stack tight">
      <div className="row spread">
        <div>
          <strong>{t(`letterKinds.${letter.kind}`)}</strong> <span className="number">{letter.letterNo}</span>{' '}
          <span className="soft small">
            {t('transfer.holder.attempt', { count: letter.attempt })}
            {letter.envelope > 1 && ` · ${t('transfer.letters.envelope', { count: letter.envelope })}`}
          </span>
        </div>
        <span className="row">
          {letter.silent && <span className="badge warn">{t('transfer.letters.silent')}</span>}
          <span className={`badge ${TONES[letter.state]}`}>{t(`letterStates.${letter.state}`)}</span>
        </span>
      </div>
      <div className="row soft">
        <span>{t(`letterChannels.${letter.channel}`)}</span>
        {letter.waybill !== null && (
          <span>
            {t('transfer.letters.waybill')} <span className="number">{letter.waybill}</span>
          </span>
        )}
        <span>
          {t('transfer.letters.posted')} <Day on={letter.postedOn} />
        </span>
        {letter.failureCode !== null && <ReasonText code={letter.failureCode} />}
      </div>
      {letter.channel === 'ems' && <Scans scans={letter.scans} />}
    </article>
  );
}

function Scans({ scans }: { readonly scans: Letter['scans'] }) {
  const { t } = useTranslation();
  if (scans.length === 0) return <p className="soft small">{t('transfer.letters.noScans')}</p>;
  return (
    <details>
      <summary>
        {t('transfer.letters.scans')} ({scans.length})
      </summary>
      <ol className="scans">
        {scans.map((scan) => (
          <li key={`${scan.scannedAt} ${scan.code}`}>
            <Moment at={scan.scannedAt} /> <span>{t(`scanMeanings.${meaningOf(scan)}`)}</span>{' '}
            <span className="soft small">
              {scan.text} ({scan.code})
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function meaningOf(scan: Schemas['Scan']): ScanMeaning {
  return SCAN_MEANINGS.find((meaning) => meaning === scan.meaning) ?? 'unknown';
}
