import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { useBegun } from '../../forms/use-begun.ts';
import { formatInstant } from '../../format/day.ts';
import type { Corrected } from './correct-line.ts';
import { CORRECTED_LINE, LineDialog, subjectOf } from './line-dialog.tsx';
import type { Told } from './told.ts';

interface Correcting {
  readonly action: ((told: Told) => ReactNode) | undefined;
  readonly dialog: ReactNode;
  readonly notice: ReactNode;
}

type Correction = Schemas['ImportCorrection'];

const isUnderWay = ({ state }: Correction): boolean => state === 'waiting' || state === 'running';
const isOver = (one: Correction): boolean => isUnderWay(one) || one.held || (one.result ?? 'refused') !== 'refused';

/** Refused lines, put right one by one: by whom and with what result, or a button. What a bank has told is the bank's. */
export function useCorrecting(file: Schemas['Import'], refused: readonly Schemas['ImportRefusal'][]): Correcting {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const queryClient = useQueryClient();
  const lines = [...new Set(refused.map(({ line }) => line))];
  const [chosen, setChosen] = useState<number>();
  const [sent, setSent] = useState<{ readonly line: number; readonly corrected: Corrected }>();
  const corrections = api.useQuery(
    'get',
    '/imports/{id}/corrections',
    { params: { path: { id: file.id } } },
    { refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? 1_000 : false) },
  ).data?.items;
  // One that was open when the page went away opens again.
  const reopened = lines.find((line) => begun.isOpen(CORRECTED_LINE, subjectOf(file.id, line)));
  const open = chosen ?? (sent === undefined ? reopened : undefined);
  if (file.kind === 'bankStatement' || refused.length === 0) return { action: undefined, dialog: null, notice: null };

  const resultOf = (one: Correction): string => {
    if (isUnderWay(one)) return t('imports.correct.underWay');
    if (one.held) return t('imports.correct.held');
    return one.result === null ? t('imports.correct.failed') : t(`imports.results.${one.result}`);
  };
  const action = ({ line, isFirst, isRefused, code }: Told): ReactNode => {
    if (!isRefused || !isFirst || code === 'needsConfirmation') return null;
    const one = corrections?.find((correction) => correction.line === line);
    const by = one?.by?.displayName ?? '';
    return (
      <>
        {one && (
          <div className="small">
            {t('imports.correct.by', { name: by, time: formatInstant(one.at, i18n.language) })} {resultOf(one)}
          </div>
        )}
        {may('importFiles') && !(one && isOver(one)) && (
          <Button size="small" onClick={() => setChosen(line)}>
            {t('imports.correct.button', { line })}
          </Button>
        )}
      </>
    );
  };
  return {
    action,
    notice: (
      <div role="status">
        {sent && (
          <p className={sent.corrected === 'wentIn' ? 'verdict good' : 'verdict'}>
            {t(`imports.correct.told.${sent.corrected}`, { line: sent.line })}
          </p>
        )}
      </div>
    ),
    dialog: open !== undefined && may('importFiles') && (
      <LineDialog
        key={open}
        importId={file.id}
        line={open}
        refused={refused.filter(({ line }) => line === open)}
        onClose={() => setChosen(undefined)}
        onSent={(corrected) => {
          setChosen(undefined);
          setSent({ line: open, corrected });
          void queryClient.invalidateQueries();
        }}
      />
    ),
  };
}
