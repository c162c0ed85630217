import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { percent } from '../../../../domain/money/rounding.ts';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { useTopics } from '../../contacts/use-topics.ts';
import { formatCount } from '../../format/count.ts';
import type { ContactsSearch } from '../../contacts-params.ts';

const FIGURES = [
  'contacts',
  'consultations',
  'business',
  'toSolve',
  'solvedAtOnce',
] as const satisfies readonly Schemas['ContactFigure'][];
const STATES = ['kept', 'broken', 'open'] as const satisfies readonly Schemas['PromiseState'][];

/** A topic, or all of them together. */
type Row = Schemas['ContactCounts'] & { readonly topic?: string };

interface ContactFiguresProps {
  readonly days: { readonly from: string; readonly to: string };
  readonly search: ContactsSearch;
}

/** By topic: each number leads to its list. */
export function ContactFigures({ days, search }: ContactFiguresProps) {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/metrics/contacts', { params: { query: days } });
  return (
    <Panel title={t('contacts.figures.title')}>
      <Loaded query={query} lines={5}>
        {({ total, topics, promises }) => (
          <div className="stack tight">
            <Counts rows={[...topics, total]} month={search.month} />
            <p>
              {t('contacts.figures.promises')}{' '}
              {STATES.map((state) => (
                <span key={state}>
                  <Link
                    to="/contacts"
                    search={{ ...(search.month !== undefined && { month: search.month }), promises: state }}
                  >
                    {t(`contacts.states.${state}`)} {formatCount(promises[state])}
                  </Link>{' '}
                </span>
              ))}
            </p>
            <p className="soft small">{t('contacts.figures.explain')}</p>
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Counts({ rows, month }: { readonly rows: readonly Row[]; readonly month: string | undefined }) {
  const { t } = useTranslation();
  const { word } = useTopics();
  const columns: Column<Row>[] = [
    {
      key: 'topic',
      title: t('contacts.topic'),
      render: ({ topic }) => (topic === undefined ? <strong>{t('contacts.figures.total')}</strong> : word(topic)),
    },
    ...FIGURES.map((figure): Column<Row> => ({
      key: figure,
      title: t(`contacts.figures.${figure}`),
      right: true,
      render: ({ topic, [figure]: count }) => (
        <Link
          to="/contacts"
          search={{ ...(month !== undefined && { month }), ...(topic !== undefined && { topic }), figure }}
          className="number"
        >
          {formatCount(count)}
        </Link>
      ),
    })),
    {
      key: 'rate',
      title: t('contacts.figures.rate'),
      right: true,
      render: ({ solvedAtOnce, toSolve }) => {
        const rate = percent(solvedAtOnce, toSolve);
        return rate === undefined ? '–' : `${rate} %`;
      },
    },
  ];
  return (
    <DataTable caption={t('contacts.figures.title')} rows={rows} rowKey={({ topic = '' }) => topic} columns={columns} />
  );
}
