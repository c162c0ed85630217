import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { HandOverNote } from '../../components/hand-over-note.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count } from '../../components/time.tsx';

/** What colleagues wrote for me as I took their work over, until I have read it. */
export function NotesForMe({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const query = api.useInfiniteQuery('get', '/hand-over-notes', { params: { query: { limit: 10 } } }, BY_CURSOR);
  return (
    <Panel title={t('colleagues.notes.waiting')} aside={<Count of={count} />}>
      <PagedRows query={query} lines={2} empty={t('myWork.nothing')}>
        {(rows) => (
          <div className="stack tight">
            {rows.map((note) => (
              <HandOverNote key={note.id} note={note} lead={<CaseNo {...note} />} />
            ))}
          </div>
        )}
      </PagedRows>
    </Panel>
  );
}
