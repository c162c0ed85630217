import type { FormInstance } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { newIdempotencyKey } from '../api/idempotency-key.ts';
import { problemName, toProblem } from '../api/problem.ts';
import { useMe } from '../api/queries.ts';
import { serverNow } from '../format/server-time.ts';
import { DraftNotice } from './draft-notice.tsx';
import { readDraft, writeDraft, type Draft } from './drafts.ts';
import { noteOpen } from './load-drafts.ts';
import { dropCopy, forgetOther, onOther, otherDraft, saveSoon } from './office-copies.ts';

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

/** A form whose text outlives its dialog, the page, the session and the browser, until it is recorded or discarded. */
export function useDraft<Values extends object>(
  form: FormInstance<Values>,
  { name, subject, also }: KeptFormOptions,
): KeptForm {
  const staffId = useMe().id;
  const id = { staffId, form: name, subject };
  const [found] = useState(() => readDraft(id));
  const [key, setKey] = useState(() => found?.key ?? newIdempotencyKey());
  const [restoredAt, setRestoredAt] = useState(found?.savedAt);
  const other = useSyncExternalStore(onOther, () => otherDraft(id));
  const nextKey = useRef(key);
  const write = (isOpen: boolean, revision = readDraft(id)?.revision): void => {
    const values = { ...form.getFieldsValue(true), ...also?.() };
    const savedAt = serverNow().toISOString();
    writeDraft(id, { savedAt, key: nextKey.current, open: isOpen, values, revision, unsaved: true });
    saveSoon(id);
  };
  const goOnWith = (next: string, since?: string): void => {
    nextKey.current = next;
    setKey(next);
    setRestoredAt(since);
  };
  const begin = (): void => {
    dropCopy(id);
    goOnWith(newIdempotencyKey());
  };
  useEffect(() => noteOpen({ staffId, form: name, subject }), [staffId, name, subject]);
  useLayoutEffect(() => {
    if (!found) return;
    form.setFieldsValue(found.values);
    writeDraft({ staffId, form: name, subject }, { ...found, open: true });
  }, [found, form, staffId, name, subject]);
  return {
    key,
    found,
    notice: (
      <DraftNotice
        restoredAt={restoredAt}
        otherAt={other?.savedAt}
        onDiscard={() => {
          begin();
          form.resetFields();
        }}
        onTake={() => {
          if (!other) return;
          writeDraft(id, { ...other, open: true });
          form.resetFields();
          form.setFieldsValue(other.values);
          goOnWith(other.key, other.savedAt);
          forgetOther(id);
        }}
        onKeep={() => {
          write(true, other?.revision);
          forgetOther(id);
        }}
      />
    ),
    keep: () => write(true),
    close: () => {
      const kept = readDraft(id);
      if (!kept) return;
      writeDraft(id, { ...kept, open: false, unsaved: true });
      saveSoon(id);
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
