import { Button, type FormInstance } from 'antd';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../api/idempotency-key.ts';
import { problemName, toProblem } from '../api/problem.ts';
import { useMe } from '../api/queries.ts';
import { formatTimeOrInstant } from '../format/day.ts';
import { dropDraft, readDraft, writeDraft, type Draft } from './drafts.ts';
import { Notice } from '../components/notice.tsx';

export interface KeptForm {
  /** Idempotency-Key of what is being typed. */
  readonly key: string;
  /** What was there before, whatever has a field by now. */
  readonly found: Draft | undefined;
  /** Above the form: that it was restored, and a way to begin anew. */
  readonly notice: ReactNode;
  /** For `onValuesChange`. */
  readonly keep: () => void;
  /** Closed by whoever typed: kept, but it does not open by itself. */
  readonly close: () => void;
  /** It is recorded: nothing is kept, and what is typed next is another thing. */
  readonly done: () => void;
  readonly refused: (error: unknown) => void;
}

interface KeptFormOptions {
  readonly name: string;
  readonly subject: string;
  /** Belongs to what is typed and has no field. */
  readonly also?: () => object;
}

/** A form whose text outlives its dialog, the page and the session, until it is recorded or its writer signs out. */
export function useDraft<Values extends object>(
  form: FormInstance<Values>,
  { name, subject, also }: KeptFormOptions,
): KeptForm {
  const id = { staffId: useMe().id, form: name, subject };
  const [found] = useState(() => readDraft(id));
  const [key, setKey] = useState(() => found?.key ?? newIdempotencyKey());
  const [restoredAt, setRestoredAt] = useState(found?.savedAt);
  const nextKey = useRef(key);
  const write = (open: boolean): void => {
    const values = { ...form.getFieldsValue(true), ...also?.() };
    writeDraft(id, { savedAt: new Date().toISOString(), key: nextKey.current, open, values });
  };
  const begin = (): void => {
    dropDraft(id);
    nextKey.current = newIdempotencyKey();
    setKey(nextKey.current);
    setRestoredAt(undefined);
  };
  useLayoutEffect(() => {
    if (!found) return;
    form.setFieldsValue(found.values);
    writeDraft({ staffId: id.staffId, form: name, subject }, { ...found, open: true });
  }, [found, form, id.staffId, name, subject]);
  return {
    key,
    found,
    notice: restoredAt !== undefined && (
      <Restored
        at={restoredAt}
        onDiscard={() => {
          begin();
          form.resetFields();
        }}
      />
    ),
    keep: () => write(true),
    close: () => {
      const kept = readDraft(id);
      if (kept) writeDraft(id, { ...kept, open: false });
    },
    done: begin,
    refused: (error) => {
      if (problemName(toProblem(error)) !== 'idempotency-key-reused') return;
      // Opened again it is another thing than what was sent; until then it may be the same.
      nextKey.current = newIdempotencyKey();
      write(true);
    },
  };
}

function Restored({ at, onDiscard }: { readonly at: string; readonly onDiscard: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <Notice
      role="status"
      kind="info"

      title={t('drafts.restored', { time: formatTimeOrInstant(at, i18n.language) })}
      action={
        <Button size="small" onClick={onDiscard}>
          {t('drafts.discard')}
        </Button>
      }
    />
  );
}
