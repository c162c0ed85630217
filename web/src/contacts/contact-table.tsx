import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types.ts';
import { CaseNo } from '../components/case-no.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Moment } from '../components/time.tsx';
import { useTopics } from './use-topics.ts';
import './contacts.css';

type Contact = Schemas['Contact'];

interface ContactTableProps {
  readonly rows: readonly Contact[];
  /** Left out on the page of the person. */
  readonly withPerson?: boolean;
}

/** Talks, the newest first. */
export function ContactTable({ rows, withPerson = false }: ContactTableProps) {
  const { t } = useTranslation();
  const { word } = useTopics();
  const person: Column<Contact> = {
    key: 'person',
    title: t('common.columns.person'),
    render: (row) => <Whom of={row} />,
  };
  return (
    <DataTable
      caption={t('contacts.list')}
      rows={rows}
      rowKey={({ id }) => id}
      walkable
      columns={[
        { key: 'at', title: t('contacts.at'), render: ({ occurredAt }) => <Moment at={occurredAt} /> },
        ...(withPerson ? [person] : []),
        ...columns(t, word),
      ]}
    />
  );
}

const columns = (t: TFunction, word: (topic: string) => string): Column<Contact>[] => [
  {
    key: 'how',
    title: t('contacts.channel'),
    render: ({ channel, direction }) =>
      `${t(`contacts.channels.${channel}`)} · ${t(`contacts.directions.${direction}`)}`,
  },
  {
    key: 'topic',
    title: t('contacts.topic'),
    render: ({ topic, text, employer }) => (
      <>
        {word(topic)}
        {employer !== null && <div className="soft small">{t('contacts.byEmployer', { employer })}</div>}
        {text !== '' && <div className="small contact-text">{text}</div>}
      </>
    ),
  },
  {
    key: 'outcome',
    title: t('contacts.outcome'),
    render: ({ outcome, consultation, toldPersonal, identity }) => (
      <>
        {t(`contacts.outcomes.${outcome}`)}
        <div className="soft small">{t(consultation ? 'contacts.consultation' : 'contacts.business')}</div>
        {toldPersonal && <div className="soft small">{t(`contacts.identities.${identity}`)}</div>}
      </>
    ),
  },
  { key: 'by', title: t('common.columns.by'), render: ({ by }) => by.displayName },
  {
    key: 'caseNo',
    title: t('common.columns.caseNo'),
    render: ({ transferId, caseNo }) => <CaseNo transferId={transferId} caseNo={caseNo} />,
  },
];

function Whom({ of: { personName, personOf } }: { readonly of: Pick<Contact, 'personName' | 'personOf'> }) {
  const { t } = useTranslation();
  if (personName === null) return <span className="soft">{t('contacts.nobody')}</span>;
  if (personOf === null) return <>{personName}</>;
  return (
    <Link to="/transfers/$id/person" params={{ id: personOf }} data-row>
      {personName}
    </Link>
  );
}
