import { useTranslation } from 'react-i18next';
import { FieldLink } from './field-link.tsx';
import { FindingList } from './finding-list.tsx';
import type { FormName } from './info-form-draft.ts';
import type { Checks } from './use-checks.ts';

export interface Pointed {
  readonly id: string;
  readonly text: string;
}

interface ChecksSummaryProps {
  readonly at: FormName;
  readonly checks: Checks;
  /** Cells that cannot be read, or are missing. */
  readonly unread: readonly Pointed[];
}

/** Everything that was found, each a link to its field: below the form, where it pushes nothing away. */
export function ChecksSummary({ at, checks, unread }: ChecksSummaryProps) {
  const { t } = useTranslation();
  const { state, findings } = checks;
  return (
    <div role="status" className="checks stack tight">
      {unread.length > 0 && (
        <div className="findings-box wrong">
          <strong>{t('infoForm.unread')}</strong>
          <ul>
            {unread.slice(0, MOST).map(({ id, text }) => (
              <li key={id}>
                <FieldLink id={id}>{text}</FieldLink>
              </li>
            ))}
          </ul>
          {unread.length > MOST && <p>{t('infoForm.unreadMore', { count: unread.length - MOST })}</p>}
        </div>
      )}
      {state === 'incomplete' && unread.length === 0 && <p className="soft small">{t('infoForm.checksWait')}</p>}
      {state === 'failed' && <p className="soft small">{t('infoForm.checksFailed')}</p>}
      {state === 'said' && findings.length === 0 && <p className="verdict good">{t('infoForm.checksFine')}</p>}
      {findings.length > 0 && <FindingList title={t('infoForm.checksTitle')} findings={findings} at={at} />}
      {findings.length > 0 && <p className="soft small">{t('infoForm.checksHint')}</p>}
      {state === 'asking' && findings.length === 0 && <p className="soft small">{t('infoForm.checking')}</p>}
    </div>
  );
}

/** More at once are one mistake, such as a column that was pasted beside its own. */
const MOST = 12;
