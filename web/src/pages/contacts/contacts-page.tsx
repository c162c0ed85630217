import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay, useOfficeDate } from '../../api/queries.ts';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { ContactTable } from '../../contacts/contact-table.tsx';
import { PromiseTable } from '../../contacts/promise-table.tsx';
import { useTopics } from '../../contacts/use-topics.ts';
import { firstDay, lastDay, monthOf } from '../../format/month.ts';
import type { ContactsSearch } from '../../contacts-params.ts';
import { MonthSwitch } from '../today/month-switch.tsx';
import { ContactFigures } from './contact-figures.tsx';
import '../today/today.css';

const route = getRouteApi('/shell/contacts');

/** A month of talks with people: what is counted of them, and exactly what is behind each number. */
export function ContactsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const officeDate = useOfficeDate();
  if (officeDate === undefined) return <Page title={t('contacts.title')}>{null}</Page>;
  const month = search.month ?? monthOf(officeDate);
  return (
    <Page
      title={t('contacts.title')}
      aside={<MonthSwitch to="/contacts" month={month} current={monthOf(officeDate)} label={t('contacts.list')} />}
    >
      <Content search={search} month={month} />
    </Page>
  );
}

interface ContentProps {
  readonly search: ContactsSearch;
  readonly month: string;
}

function Content({ search, month }: ContentProps) {
  const { t } = useTranslation();
  const may = useMay();
  const days = { from: firstDay(month), to: lastDay(month) };
  const isPart = search.topic !== undefined || search.figure !== undefined || search.promises !== undefined;
  return (
    <div className="stack">
      <p className="soft">{t('contacts.explain')}</p>
      {may('readMetrics') && <ContactFigures days={days} search={{ ...search, month }} />}
      {isPart && (
        <Link to="/contacts" search={{ month }} className="no-print">
          {t('contacts.all')}
        </Link>
      )}
      {may('readTransfers') &&
        (search.promises === undefined ? (
          <List search={search} days={days} />
        ) : (
          <Promises search={search} days={days} />
        ))}
    </div>
  );
}

interface ListProps {
  readonly search: ContactsSearch;
  readonly days: { readonly from: string; readonly to: string };
}

function List({ search: { topic, figure }, days }: ListProps) {
  const { t } = useTranslation();
  const { word } = useTopics();
  const asked = { ...days, ...(topic !== undefined && { topic }), ...(figure && { figure }), limit: 50 };
  const query = api.useInfiniteQuery('get', '/contacts', { params: { query: asked } }, BY_CURSOR);
  const parts = [t('contacts.list'), figure && t(`contacts.figures.${figure}`), topic !== undefined && word(topic)];
  return (
    <Panel title={parts.filter(Boolean).join(' · ')}>
      <PagedRows query={query} lines={6} empty={t('contacts.none')}>
        {(rows) => <ContactTable rows={rows} withPerson />}
      </PagedRows>
    </Panel>
  );
}

function Promises({ search: { promises }, days }: ListProps) {
  const { t } = useTranslation();
  const state = promises === 'all' ? undefined : promises;
  const asked = { ...days, ...(state && { state }), limit: 50 };
  const query = api.useInfiniteQuery('get', '/promises', { params: { query: asked } }, BY_CURSOR);
  return (
    <Panel title={[t('contacts.promises'), state && t(`contacts.states.${state}`)].filter(Boolean).join(' · ')}>
      <PagedRows query={query} lines={6} empty={t('contacts.noPromises')}>
        {(rows) => <PromiseTable rows={rows} withPerson />}
      </PagedRows>
    </Panel>
  );
}
