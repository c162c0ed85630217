import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { problemName } from '../api/problem.ts';
import type { Schemas } from '../api/types.ts';
import { Loaded } from '../components/loaded.tsx';
import { defectText, problemText } from '../components/problem-text.ts';
import { knownText } from '../i18n/known-text.ts';

interface WhyNotProps {
  readonly transferId: string;
}

/** What cannot be printed now, and why: asked when somebody opens it. */
export function WhyNot({ transferId }: WhyNotProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="no-print small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('documents.unready')}</summary>
      {open && <Reasons transferId={transferId} />}
    </details>
  );
}

function Reasons({ transferId }: WhyNotProps) {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/transfers/{id}/documents', {
    params: { path: { id: transferId }, query: { ready: 'reasons' } },
  });
  return (
    <Loaded query={query}>
      {({ unready = [] }) => (
        <dl className="pairs">
          {unready.map(({ kind, why }) => (
            <Fragment key={kind}>
              <dt>{t(`documents.kinds.${kind}`)}</dt>
              <dd>{wordsOf(kind, why)}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </Loaded>
  );
}

/** Of what is not due each kind has its own words; of what lacks every defect is named. */
function wordsOf(kind: Schemas['DocumentKind'], why: Schemas['Problem']): string {
  const notDue = problemName(why) === 'not-due' ? knownText(`documents.notDue.${kind}`) : undefined;
  const lacks = why.errors?.map((defect) => defectText(defect)) ?? [];
  return notDue ?? (lacks.length > 0 ? lacks.join(' ') : problemText(why));
}
