import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/queries.ts';
import type { Schemas } from '../api/types.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Moment } from '../components/time.tsx';
import { useTopics } from './use-topics.ts';
import './contacts.css';

const ContactDialog = lazy(async () => ({ default: (await import('./contact-dialog.tsx')).ContactDialog }));

type Promised = Schemas['Promise'];

interface PromiseTableProps {
  readonly rows: readonly Promised[];
  /** Left out on the page of the person. */
  readonly withPerson?: boolean;
}

/** What was promised, with whoever has to keep it; it is kept by a contact. */
export function PromiseTable({ rows, withPerson = false }: PromiseTableProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { word } = useTopics();
  const [keeping, setKeeping] = useState<Promised>();
  const person: Column<Promised> = {
    key: 'person',
    title: t('common.columns.person'),
    render: ({ personName, personOf }) =>
      personOf === null ? (
        (personName ?? t('contacts.nobody'))
      ) : (
        <Link to="/transfers/$id/person" params={{ id: personOf }} data-row>
          {personName}
        </Link>
      ),
  };
  const columns: Column<Promised>[] = [
    { key: 'dueAt', title: t('contacts.promise.dueAt'), render: ({ dueAt }) => <Moment at={dueAt} /> },
    ...(withPerson ? [person] : []),
    {
      key: 'what',
      title: t('contacts.promise.text'),
      render: ({ topic, text, channel, phone, phoneMasked }) => (
        <>
          {word(topic)} · {t(`contacts.channels.${channel}`)} <bdi className="number">{phone ?? phoneMasked}</bdi>
          {text !== '' && <div className="small contact-text">{text}</div>}
        </>
      ),
    },
    { key: 'owner', title: t('common.columns.owner'), render: ({ owner }) => owner.displayName },
    {
      key: 'state',
      title: t('common.columns.state'),
      render: ({ state, keptAt }) => (
        <>
          <span className={state === 'broken' ? 'late' : undefined}>{t(`contacts.states.${state}`)}</span>
          {keptAt !== null && (
            <div className="soft small">
              <Moment at={keptAt} />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'act',
      title: '',
      render: (promise) =>
        promise.keptAt === null &&
        may('recordContact') && (
          <Button size="small" className="no-print" onClick={() => setKeeping(promise)}>
            {t('contacts.keep')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('contacts.promises')}
        rows={rows}
        rowKey={({ id }) => id}
        rowClass={({ state, keptAt }) => (state === 'broken' && keptAt === null ? 'late' : '')}
        walkable
        columns={columns}
      />
      <Suspense fallback={null}>
        {keeping && <ContactDialog keeps={keeping} onClose={() => setKeeping(undefined)} />}
      </Suspense>
    </>
  );
}
