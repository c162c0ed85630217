import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { formatSize } from '../../format/count.ts';

/** How far a file is, where it can be fetched, or why there is none. */
export function Standing({
  of: { id, state, failure, rows, rowsTotal, bytes, fileName },
}: {
  readonly of: Schemas['Export'];
}) {
  const { t, i18n } = useTranslation();
  if (state === 'done') {
    return (
      <a href={`/exports/${id}/file`} download={fileName}>
        {t('exports.download')} <span className="soft small">{formatSize(bytes, i18n.language)}</span>
      </a>
    );
  }
  if (state === 'failed') return <>{t(`exports.failures.${failure ?? 'cannotBeMade'}`)}</>;
  if (state !== 'running') return <>{t(`exports.states.${state}`)}</>;
  return (
    <label>
      <span className="soft small">{t('exports.states.running')}</span>
      <br />
      <progress {...(rowsTotal !== null && { value: rows, max: Math.max(1, rowsTotal) })} />
    </label>
  );
}
