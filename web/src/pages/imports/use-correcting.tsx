import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { useBegun } from '../../forms/use-begun.ts';
import { formatInstant } from '../../format/day.ts';
import type { Outcome } from './correct-lines.ts';
import { linesOf } from './line-keys.ts';
import { CORRECTED_LINES, LinesDialog } from './lines-dialog.tsx';
import { OutcomeLines } from './outcome-lines.tsx';
import type { Told } from './told.ts';

interface Correcting {
  readonly action: ((told: Told) => ReactNode) | undefined;
  readonly dialog: ReactNode;
  /** Above the lines: several of them at once, and what became of those that were sent. */
  readonly above: ReactNode;
}

type Correction = Schemas['ImportCorrection'];

/** One line, or several from the top. */
type Chosen = number | 'several';

/** What is in the window: the lines with which it was opened. */
interface Opened {
  readonly chosen: Chosen;
  readonly lines: readonly number[];
}

/** More than these nobody looks through in one window; the next ones follow when they are settled. */
const TOGETHER = 20;

const isUnderWay = ({ state }: Correction): boolean => state === 'waiting' || state === 'running';
const isOver = (one: Correction): boolean => isUnderWay(one) || one.held || (one.result ?? 'refused') !== 'refused';
const subjectOf = (importId: string, chosen: Chosen): string => `${importId}:${String(chosen)}`;

/** Refused lines, put right one by one or several at once: by whom and with what result, or a button. What a bank has told is the bank's. */
export function useCorrecting(file: Schemas['Import'], refused: readonly Schemas['ImportRefusal'][]): Correcting {
  const { t } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<Opened | 'closed'>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const corrections = api.useQuery(
    'get',
    '/imports/{id}/corrections',
    { params: { path: { id: file.id } } },
    { refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? 1_000 : false) },
  ).data?.items;
  if (file.kind === 'bankStatement' || refused.length === 0) return { action: undefined, dialog: null, above: null };

  const waiting = new Set(refused.filter(({ code }) => code === 'needsConfirmation').map(({ line }) => line));
  const lines = [...new Set(refused.map(({ line }) => line))].filter((line) => !waiting.has(line));
  const correctionOf = (line: number) => corrections?.find((correction) => correction.line === line);
  const open = lines.filter((line) => {
    const one = correctionOf(line);
    return !one || !isOver(one);
  });
  const several = open.slice(0, TOGETHER);
  const asOpened = (chosen: Chosen): Opened => ({ chosen, lines: chosen === 'several' ? several : [chosen] });
  // One that was open when the page went away opens again, with the lines that were in it as far as they still wait.
  const begunBefore = (): Opened | 'closed' => {
    const all = ['several', ...lines] as const;
    const chosen = all.find((one) => begun.isOpen(CORRECTED_LINES, subjectOf(file.id, one)));
    if (chosen === undefined) return 'closed';
    if (chosen !== 'several') return asOpened(chosen);
    const kept = linesOf(begun.values(CORRECTED_LINES, subjectOf(file.id, chosen)) ?? {});
    return { chosen, lines: kept.filter((line) => open.includes(line)) };
  };
  // Once: what others put right meanwhile takes no line out of a window in which somebody types.
  if (opened === undefined && corrections) setOpened(begunBefore());
  const shown = opened === 'closed' ? undefined : opened;
  const choose = (chosen: Chosen): void => {
    setOutcomes([]);
    setOpened(asOpened(chosen));
  };

  const action = ({ line, isFirst, isRefused }: Told): ReactNode => {
    if (!isRefused || !isFirst || waiting.has(line)) return null;
    const one = correctionOf(line);
    return (
      <>
        {one && <CorrectedBy correction={one} />}
        {may('importFiles') && open.includes(line) && (
          <Button size="small" onClick={() => choose(line)}>
            {t('imports.correct.button', { line })}
          </Button>
        )}
      </>
    );
  };
  return {
    action,
    above: (
      <>
        <OutcomeLines outcomes={outcomes} />
        {may('importFiles') && several.length > 1 && (
          <Button onClick={() => choose('several')}>
            {t(several.length < open.length ? 'imports.correct.next' : 'imports.correct.all', {
              lines: several.length,
            })}
          </Button>
        )}
      </>
    ),
    dialog: shown && may('importFiles') && shown.lines.length > 0 && (
      <LinesDialog
        key={shown.chosen}
        importId={file.id}
        subject={subjectOf(file.id, shown.chosen)}
        lines={shown.lines}
        refused={refused.filter(({ line }) => shown.lines.includes(line))}
        onClose={() => setOpened('closed')}
        onSettled={(settled) => {
          // It stays open with the lines that it began with.
          setOpened(shown);
          setOutcomes((before) => [...before, ...settled]);
          void queryClient.invalidateQueries();
        }}
      />
    ),
  };
}

function CorrectedBy({ correction }: { readonly correction: Correction }) {
  const { t, i18n } = useTranslation();
  const { by, at, held, result } = correction;
  const said = (): string => {
    if (isUnderWay(correction)) return t('imports.correct.underWay');
    if (held) return t('imports.correct.held');
    return result === null ? t('imports.correct.failed') : t(`imports.results.${result}`);
  };
  return (
    <div className="small">
      {t('imports.correct.by', { name: by?.displayName ?? '', time: formatInstant(at, i18n.language) })} {said()}
    </div>
  );
}
