import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useRef, useState, type ClipboardEvent, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import { CameraButton } from '../../camera/camera-button.tsx';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FileField } from '../../components/file-field.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { choose, useDrop } from '../../components/use-drop.ts';
import { Moment } from '../../components/time.tsx';
import { formatSize } from '../../format/count.ts';
import { invalidateTransfer } from './invalidate-transfer.ts';

interface PapersPanelProps {
  readonly transferId: string;
  readonly papers: readonly Schemas['Paper'][];
}

export function PapersPanel({ transferId, papers }: PapersPanelProps) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Panel title={t('transfer.papers.title')}>
      <div className="stack tight">
        {papers.length === 0 ? (
          <Empty>{t('transfer.papers.empty')}</Empty>
        ) : (
          <DataTable
            caption={t('transfer.papers.title')}
            rows={papers}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'kind',
                title: t('common.columns.kind'),
                render: ({ id, kind }) => (
                  <a href={`/transfers/${transferId}/papers/${id}`} target="_blank" rel="noreferrer">
                    {kind}
                  </a>
                ),
              },
              { key: 'when', title: t('common.columns.when'), render: ({ addedAt }) => <Moment at={addedAt} /> },
              {
                key: 'size',
                title: '',
                right: true,
                render: ({ byteLength }) => <Size bytes={byteLength} />,
              },
            ]}
          />
        )}
        {may('addPaper') && <AddPaper transferId={transferId} />}
      </div>
    </Panel>
  );
}

function Size({ bytes }: { readonly bytes: number }) {
  const { i18n } = useTranslation();
  return <span className="soft number">{formatSize(bytes, i18n.language)}</span>;
}

const MAX_BYTES = 10 * 1024 * 1024;
const SUGGESTIONS = ['certificate', 'application', 'identity', 'infoForm', 'other'] as const;

interface AddPaperProps {
  readonly transferId: string;
  /** What it most likely is. */
  readonly kind?: string;
  readonly onAdded?: (paper: Schemas['Paper']) => void;
}

export function AddPaper({ transferId, kind: likely = '', onAdded }: AddPaperProps) {
  const { t } = useTranslation();
  const id = useId();
  const queryClient = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState(likely);
  const [tooLarge, setTooLarge] = useState(false);
  const [added, setAdded] = useState(0);
  const [isMany, setIsMany] = useState(false);
  const { isOver, ...drop } = useDrop(file, setIsMany);
  const paste = (event: ClipboardEvent): void => {
    const [picture] = event.clipboardData.files;
    if (!picture || !file.current) return;
    event.preventDefault();
    choose(file.current, picture);
  };
  const add = useSending({
    mutationFn: async (body: FormData) =>
      bodyOf(
        await client.POST('/transfers/{id}/papers', {
          params: { path: { id: transferId } },
          body: { kind: '', file: '' },
          bodySerializer: () => body,
        }),
      ),
    onSuccess: async (paper) => {
      onAdded?.(paper);
      setKind(likely);
      setAdded((count) => count + 1);
      await invalidateTransfer(queryClient, transferId);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    if (!chosen) return;
    setTooLarge(chosen.size > MAX_BYTES);
    if (chosen.size > MAX_BYTES) return;
    const body = new FormData();
    body.set('kind', kind.trim());
    body.set('file', chosen);
    add.mutate(body);
  };
  return (
    <form className={`hand-in drop no-print ${isOver ? 'over' : ''}`} onSubmit={submit} onPaste={paste} {...drop}>
      <label>
        <span className="soft small">{t('transfer.papers.kind')}</span>
        <Input
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          list={`${id}-kinds`}
          maxLength={60}
          required
        />
      </label>
      <datalist id={`${id}-kinds`}>
        {SUGGESTIONS.map((name) => (
          <option key={name} value={t(`transfer.papers.suggestions.${name}`)} />
        ))}
      </datalist>
      <FileField
        key={added}
        field={file}
        label={t('transfer.papers.file')}
        accept="application/pdf,image/jpeg,image/png"
      />
      <CameraButton onTaken={(picture) => file.current && choose(file.current, picture)} />
      <Button htmlType="submit" loading={add.isPending}>
        {t('transfer.papers.add')}
      </Button>
      <p className="soft small whole">{t(isMany ? 'imports.oneFile' : 'transfer.papers.drop')}</p>
      <div role="status">
        {added > 0 && !add.isPending && <p className="verdict good">{t('transfer.papers.added')}</p>}
      </div>
      {tooLarge && <p role="alert">{t('transfer.papers.tooLarge')}</p>}
      {add.isError && <ProblemNotice error={add.error} />}
    </form>
  );
}
