import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { useSending } from '../api/use-sending.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { Moment } from './time.tsx';
import './hand-over-note.css';

type Note = Schemas['HandOverNote'];

interface HandOverNoteProps {
  readonly note: Note;
  /** Before who wrote it. */
  readonly lead?: ReactNode;
}

/** Who wrote what for whoever takes over, and who has read it when. */
export function HandOverNote({ note, lead }: HandOverNoteProps) {
  const { t } = useTranslation();
  const { by, text, writtenAt, readBy, readAt, mayRead, caseNo } = note;
  const read = useReading(note.id);
  return (
    <article className="hand-over-note">
      <p className="soft small">
        {lead} {t('colleagues.notes.from', { name: by.displayName })} · <Moment at={writtenAt} />
      </p>
      <p className="said">{text || t('colleagues.notes.destroyed')}</p>
      {read.error && <ProblemNotice error={read.error} />}
      {mayRead ? (
        <Button
          loading={read.isPending}
          aria-label={t('colleagues.notes.markReadOf', { caseNo })}
          onClick={() => read.mutate()}
        >
          {t('colleagues.notes.markRead')}
        </Button>
      ) : (
        <p className="soft small">
          {readBy !== null && readAt !== null ? (
            <>
              {t('colleagues.notes.readBy', { name: readBy.displayName })} · <Moment at={readAt} />
            </>
          ) : (
            t('colleagues.notes.unread')
          )}
        </p>
      )}
    </article>
  );
}

function useReading(id: string) {
  const queryClient = useQueryClient();
  return useSending({
    mutationFn: async () => bodyOf(await client.POST('/hand-over-notes/{id}/reading', { params: { path: { id } } })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
