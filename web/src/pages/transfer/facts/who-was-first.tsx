import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { toProblem } from '../../../api/problem.ts';
import { formatInstant } from '../../../format/day.ts';

interface WhoWasFirstProps {
  readonly transferId: string;
  /** With which the form was refused; undefined while it was not. */
  readonly error: unknown;
}

/** Two at one step: the second reads who was first, with what and when, over everything that is typed still. */
export function WhoWasFirst({ transferId, error }: WhoWasFirstProps) {
  const { t, i18n } = useTranslation();
  const seq = error === undefined ? undefined : toProblem(error).seq;
  const asked = { path: { id: transferId }, query: { after: (seq ?? 1) - 1, limit: 1 } };
  const history = api.useQuery('get', '/transfers/{id}/events', { params: asked }, { enabled: seq !== undefined });
  const event = history.data?.items[0];
  if (!event || event.seq !== seq) return null;
  const { kind, by, source, recordedAt } = event;
  return (
    <p role="status" className="verdict">
      {t('facts.wasFirst', {
        name: by?.displayName ?? t(`sources.${source}`),
        what: t(`events.${kind}`),
        time: formatInstant(recordedAt, i18n.language),
      })}
    </p>
  );
}
