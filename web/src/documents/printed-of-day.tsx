import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { Moment } from '../components/time.tsx';
import { fileAddress } from './open-file.ts';

interface PrintedOfDayProps {
  readonly day: string;
  readonly kinds: readonly Schemas['OfficeDocumentKind'][];
}

/** Papers of no single transfer as they were printed on a day: opened again they are the same, to the byte. */
export function PrintedOfDay({ day, kinds }: PrintedOfDayProps) {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/documents', { params: { query: { madeOn: day } } });
  const wanted: readonly string[] = kinds;
  const items = data?.items.filter(({ kind }) => wanted.includes(kind)) ?? [];
  if (items.length === 0) return null;
  return (
    <ul className="plain-list small no-print" aria-label={t('documents.ofDay')}>
      {items.map(({ id, kind, number, madeAt, madeBy, replacedAt }) => (
        <li key={id}>
          {t(`documents.kinds.${kind}`)}{' '}
          <a href={fileAddress(id)} target="_blank" rel="noreferrer" className="number nowrap">
            {number}
          </a>{' '}
          <Moment at={madeAt} /> {madeBy.displayName}{' '}
          {replacedAt !== null && <span className="badge">{t('documents.replaced')}</span>}
        </li>
      ))}
    </ul>
  );
}
