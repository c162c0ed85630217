import { Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { upload } from '../../api/upload.ts';
import { useSending } from '../../api/use-sending.ts';
import { FileField } from '../../components/file-field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useDrop } from '../../components/use-drop.ts';

type Kind = Schemas['ImportKind'];

const KINDS: readonly Kind[] = [
  'ledgerIn',
  'ledgerOut',
  'openTransfers',
  'bankStatement',
  'courierScans',
  'contributions',
  'coreReceipts',
  'platformInTransit',
  'counterparts',
];
const TABLES = '.csv,.xlsx';
/** A bank sends XML and zips of it, too. */
const STATEMENTS = `${TABLES},.xml,.zip,.txt`;

interface HandInFormProps {
  /** The kind with which another page leads here. */
  readonly asked: Kind | undefined;
  readonly onHandedIn: (id: string) => void;
}

export function HandInForm({ asked, onHandedIn }: HandInFormProps) {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<Kind>(KINDS.find((one) => one === asked) ?? 'ledgerIn');
  const [sent, setSent] = useState(0);
  const [share, setShare] = useState(0);
  const [isMany, setIsMany] = useState(false);
  const { isOver, ...drop } = useDrop(file, setIsMany);
  const handIn = useSending({
    mutationFn: async (body: FormData) => (await upload('/imports', body, setShare)) as Schemas['Import'],
    onMutate: () => setShare(0),
    onSuccess: ({ id }) => {
      setSent((count) => count + 1);
      onHandedIn(id);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    if (!chosen) return;
    const body = new FormData();
    body.set('kind', kind);
    body.set('file', chosen);
    handIn.mutate(body);
  };
  return (
    <form className={isOver ? 'hand-in drop over' : 'hand-in drop'} onSubmit={submit} {...drop}>
      <label>
        <span className="soft small">{t('common.columns.kind')}</span>
        <select value={kind} onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? kind)}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`importKinds.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <FileField
        key={sent}
        field={file}
        label={t('imports.file')}
        accept={kind === 'bankStatement' ? STATEMENTS : TABLES}
      />
      <Button htmlType="submit" type="primary" loading={handIn.isPending}>
        {t('imports.send')}
      </Button>
      <p className="soft small whole">{t(isMany ? 'imports.oneFile' : 'imports.drop')}</p>
      {handIn.isPending && (
        <label className="whole">
          <span className="soft small">{t('imports.sending')}</span>
          <progress max={1} value={share} />
        </label>
      )}
      {handIn.isError && <ProblemNotice error={handIn.error} />}
    </form>
  );
}
