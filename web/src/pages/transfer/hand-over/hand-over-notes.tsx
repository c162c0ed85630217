import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { HandOverNote } from '../../../components/hand-over-note.tsx';
import { useBegun } from '../../../forms/use-begun.ts';
import { NOTE } from './note-form.ts';

const NoteDialog = lazy(async () => ({ default: (await import('./note-dialog.tsx')).NoteDialog }));

/** What the one before wants the next one to know: at the top until it is read, folded afterwards. */
export function HandOverNotes({ transferId }: { readonly transferId: string }) {
  const { t } = useTranslation();
  const begun = useBegun();
  const [writing, setWriting] = useState(() => begun.isOpen(NOTE, transferId));
  const [written, setWritten] = useState(false);
  const { data } = api.useQuery('get', '/transfers/{id}/hand-over-notes', { params: { path: { id: transferId } } });
  const items = data?.items ?? [];
  const unread = items.filter(({ readAt }) => readAt === null);
  const read = items.filter(({ readAt }) => readAt !== null);
  if (items.length === 0 && data?.mayWrite !== true) return null;
  const name = t('colleagues.notes.write');
  return (
    <section aria-label={t('colleagues.notes.title')} className="stack tight hand-over">
      {unread.map((note) => (
        <HandOverNote key={note.id} note={note} />
      ))}
      {read.length > 0 && (
        <details>
          <summary>{t('colleagues.notes.earlier', { count: read.length })}</summary>
          {read.map((note) => (
            <HandOverNote key={note.id} note={note} />
          ))}
        </details>
      )}
      {data?.mayWrite === true && (
        <div className="row no-print">
          <Button size="small" onClick={() => setWriting(true)}>
            {begun.forms(transferId).includes(NOTE) ? t('drafts.begun', { what: name }) : name}
          </Button>
          <span role="status">{written && t('colleagues.notes.written')}</span>
        </div>
      )}
      {writing && (
        <Suspense fallback={null}>
          <NoteDialog transferId={transferId} onClose={() => setWriting(false)} onSent={() => setWritten(true)} />
        </Suspense>
      )}
    </section>
  );
}
