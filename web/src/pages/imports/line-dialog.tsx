import { Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { asRefusal, correctLine, type Corrected } from './correct-line.ts';

/** By which its draft is kept. */
export const CORRECTED_LINE = 'importLine';
export const subjectOf = (importId: string, line: number): string => `${importId}:${String(line)}`;

interface LineDialogProps {
  readonly importId: string;
  readonly line: number;
  readonly refused: readonly Schemas['ImportRefusal'][];
  readonly onClose: () => void;
  readonly onSent: (corrected: Corrected) => void;
}

type Cell = { readonly column: string; readonly value: string };

/** A refused line, cell by cell, with every defect at its cell. */
export function LineDialog(props: LineDialogProps) {
  const { importId: id, line, onClose } = props;
  const { t } = useTranslation();
  const query = api.useQuery('get', '/imports/{id}/lines/{line}', { params: { path: { id, line } } });
  if (query.data) return <LineForm {...props} cells={query.data.cells} />;
  return (
    <Dialog title={t('imports.correct.title', { line })} footer={null} onClose={onClose}>
      <Loaded query={query} lines={6}>
        {() => null}
      </Loaded>
    </Dialog>
  );
}

interface LineFormProps extends LineDialogProps {
  readonly cells: readonly Cell[];
}

interface Values {
  readonly cells: Readonly<Record<string, string | undefined>>;
}

function LineForm({ importId, line, refused, cells, onClose, onSent }: LineFormProps) {
  const { t } = useTranslation();
  const changed = ({ cells: typed }: Values): Cell[] =>
    cells.flatMap(({ column, value }) => {
      const now = typed[column] ?? '';
      return now === value ? [] : [{ column, value: now }];
    });
  const dialog = useFormDialog({
    name: CORRECTED_LINE,
    subject: subjectOf(importId, line),
    send: (values: Values) => correctLine(importId, line, changed(values)),
    onSent: (corrected) => onSent(corrected),
  });
  const { refusal } = dialog;
  useEffect(() => {
    refusal.show(asRefusal(refused));
    // Once: what is typed then is looked at by the office.
  }, []);
  return (
    <FormDialog
      title={t('imports.correct.title', { line })}
      okText={t('imports.correct.send')}
      width={720}
      dialog={dialog}
      initialValues={{ cells: Object.fromEntries(cells.map(({ column, value }) => [column, value])) }}
      onClose={onClose}
    >
      <p>{t('imports.correct.text')}</p>
      <div className="line-cells">
        {cells.map((cell) => (
          <CellField key={cell.column} cell={cell} />
        ))}
      </div>
    </FormDialog>
  );
}

function CellField({ cell: { column, value } }: { readonly cell: Cell }) {
  const { t } = useTranslation();
  const typed = (Form.useWatch(['cells', column]) as string | undefined) ?? value;
  const before = value === '' ? t('imports.correct.cameEmpty') : t('imports.correct.cameAs', { value });
  return (
    <Form.Item name={['cells', column]} label={column} {...(typed !== value && { extra: before })}>
      <Input autoComplete="off" spellCheck={false} maxLength={2000} />
    </Form.Item>
  );
}
