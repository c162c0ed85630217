import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay } from '../../api/queries.ts';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { ContactTable } from '../../contacts/contact-table.tsx';
import { PromiseTable } from '../../contacts/promise-table.tsx';

const ContactDialog = lazy(async () => ({
  default: (await import('../../contacts/contact-dialog.tsx')).ContactDialog,
}));

interface OfPerson {
  /** Any transfer of theirs. */
  readonly transferId: string;
}

/** What was talked about with them, and what they were promised: it comes when what is to be told stands there. */
export function Talks({ transferId }: OfPerson) {
  return (
    <>
      <PromisesPanel transferId={transferId} />
      <ContactsPanel transferId={transferId} />
    </>
  );
}

/** Every talk with this person, over all their transfers and years. */
function ContactsPanel({ transferId }: OfPerson) {
  const { t } = useTranslation();
  const may = useMay();
  const [recording, setRecording] = useState(false);
  const asked = { params: { query: { transferId, limit: 50 } } };
  const query = api.useInfiniteQuery('get', '/contacts', asked, BY_CURSOR);
  return (
    <Panel
      title={t('contacts.list')}
      aside={
        may('recordContact') && (
          <Button size="small" className="no-print" onClick={() => setRecording(true)}>
            {t('contacts.record')}
          </Button>
        )
      }
    >
      <PagedRows query={query} lines={4} empty={t('contacts.none')}>
        {(rows) => <ContactTable rows={rows} />}
      </PagedRows>
      <Suspense fallback={null}>
        {recording && <ContactDialog transferId={transferId} onClose={() => setRecording(false)} />}
      </Suspense>
    </Panel>
  );
}

/** What they were promised; absent while that is nothing. */
function PromisesPanel({ transferId }: OfPerson) {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/promises', { params: { query: { transferId, limit: 50 } } });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('contacts.promises')}>
      <PromiseTable rows={data.items} />
    </Panel>
  );
}
