import { useQueries } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { correctLines, type Outcome } from './correct-lines.ts';
import { cellKey, lineKey } from './line-keys.ts';
import { asCame, asRefusal, namingLines, toSend, type CameLine, type LineValues } from './line-values.ts';
import { OutcomeLines } from './outcome-lines.tsx';

/** By which its draft is kept. */
export const CORRECTED_LINES = 'importLines';

interface LinesDialogProps {
  readonly importId: string;
  /** By which its draft is kept, with the name of the form. */
  readonly subject: string;
  readonly lines: readonly number[];
  readonly refused: readonly Schemas['ImportRefusal'][];
  readonly onClose: () => void;
  /** Of some of the lines: those that were refused again stay in the window. */
  readonly onSettled: (outcomes: readonly Outcome[]) => void;
}

/** Refused lines, cell by cell, with every defect at its cell. */
export function LinesDialog(props: LinesDialogProps) {
  const { importId: id, lines, onClose } = props;
  const title = useTitle(lines);
  const queries = useQueries({
    queries: lines.map((line) =>
      api.queryOptions('get', '/imports/{id}/lines/{line}', { params: { path: { id, line } } }),
    ),
  });
  const came = queries.flatMap(({ data }) => (data ? [data] : []));
  if (came.length === lines.length) return <LinesForm {...props} came={came} />;
  const waited = queries.find(({ isError }) => isError) ?? queries.find(({ data }) => !data);
  return (
    <Dialog title={title} footer={null} onClose={onClose}>
      {waited && (
        <Loaded query={waited} lines={6}>
          {() => null}
        </Loaded>
      )}
    </Dialog>
  );
}

function useTitle(lines: readonly number[]): string {
  const { t } = useTranslation();
  const [first = 0] = lines;
  return lines.length === 1
    ? t('imports.correct.title', { line: first })
    : t('imports.correct.titleOfSeveral', { lines: lines.length });
}

interface LinesFormProps extends LinesDialogProps {
  readonly came: readonly CameLine[];
}

function LinesForm({ importId, subject, lines, refused, came, onClose, onSettled }: LinesFormProps) {
  const { t } = useTranslation();
  const title = useTitle(lines);
  const [settled, setSettled] = useState<readonly Outcome[]>([]);
  const here = came.filter(({ line }) => settled.every((one) => one.line !== line));
  const isOne = lines.length === 1;
  const ofLine = (line: number, text: string): string => (isOne ? text : t('imports.correct.says', { line, text }));
  const dialog = useFormDialog({
    name: CORRECTED_LINES,
    subject,
    send: async (values: LineValues) => {
      const outcomes = await correctLines(importId, toSend(here, values));
      const again = outcomes.filter(({ became }) => became === 'refused');
      const gone = outcomes.filter(({ became }) => became !== 'refused');
      if (gone.length > 0) onSettled(gone);
      if (again.length === 0) return;
      setSettled((before) => [...before, ...gone]);
      throw asRefusal(came, again, ofLine);
    },
    seen: (error, values) => (isOne ? error : namingLines(error, toSend(here, values), ofLine)),
    onSent: onClose,
  });
  const { refusal } = dialog;
  useEffect(() => {
    refusal.show(
      asRefusal(
        came,
        lines.map((line) => ({ line, said: refused.filter((one) => one.line === line) })),
        ofLine,
      ),
    );
    // Once: what is typed then is looked at by the office.
  }, []);
  return (
    <FormDialog
      title={title}
      okText={t('imports.correct.send')}
      width={isOne ? 720 : 960}
      dialog={dialog}
      initialValues={asCame(came)}
      onClose={onClose}
    >
      <p>{t(isOne ? 'imports.correct.text' : 'imports.correct.textOfSeveral')}</p>
      <OutcomeLines outcomes={settled} />
      {isOne
        ? here.map((one) => <Cells key={one.line} of={one} places={one.cells.map((_, at) => at)} />)
        : here.map((one) => (
            <LineFields key={one.line} of={one} refused={refused.filter(({ line }) => line === one.line)} />
          ))}
    </FormDialog>
  );
}

interface LineFieldsProps {
  readonly of: CameLine;
  readonly refused: readonly Schemas['ImportRefusal'][];
}

/** One of several lines: the cells that were refused, and the others folded away. */
function LineFields({ of, refused }: LineFieldsProps) {
  const { t } = useTranslation();
  const places = of.cells.map((_, at) => at);
  const isRefused = (at: number): boolean => refused.some(({ field }) => field === of.cells[at]?.column);
  const first = places.filter(isRefused);
  return (
    <fieldset className="form-lines">
      <legend>{t('imports.correct.ofLine', { line: of.line })}</legend>
      <Cells of={of} places={first} named />
      <details open={first.length === 0}>
        <summary>{t('imports.correct.otherCells')}</summary>
        <Cells of={of} places={places.filter((at) => !isRefused(at))} named />
      </details>
    </fieldset>
  );
}

interface CellsProps {
  readonly of: CameLine;
  readonly places: readonly number[];
  /** Several lines have a cell of the same name. */
  readonly named?: boolean;
}

const Cells = ({ of, places, named = false }: CellsProps) => (
  <div className="line-cells">
    {places.map((at) => (
      <CellField key={at} of={of} at={at} named={named} />
    ))}
  </div>
);

function CellField({
  of: { line, cells },
  at,
  named,
}: {
  readonly of: CameLine;
  readonly at: number;
  readonly named: boolean;
}) {
  const { t } = useTranslation();
  const { column = '', value = '' } = cells[at] ?? {};
  const name = ['lines', lineKey(line), cellKey(at)];
  const typed = (Form.useWatch(name) as string | undefined) ?? value;
  const before = value === '' ? t('imports.correct.cameEmpty') : t('imports.correct.cameAs', { value });
  return (
    <Form.Item name={name} label={column} {...(typed !== value && { extra: before })}>
      <Input
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        {...(named && { 'aria-label': t('imports.correct.says', { line, text: column }) })}
      />
    </Form.Item>
  );
}
