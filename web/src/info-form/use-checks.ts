import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { LINES } from '../../../domain/forms/info-form-lines.ts';
import { isDate } from '../../../domain/time/shanghai-day.ts';
import { cellDefects } from './cell-defects.ts';
import { readDay } from './cells.ts';
import { fenOf } from '../format/fen.ts';
import { filledRows, inSheet, toInfoForm, type InfoFormDraft } from './info-form-draft.ts';
import { useQuiet } from './use-quiet.ts';

const QUIET_MS = 400;

export interface Checks {
  /** `incomplete`: there is not enough to check yet. */
  readonly state: 'incomplete' | 'asking' | 'said' | 'failed';
  /** By the rows of the sheet. */
  readonly findings: readonly Schemas['Finding'][];
  readonly said: Schemas['CheckedInfoForm'] | undefined;
}

/** What the office's rules say of a form while it is typed; nothing is recorded. */
export function useChecks(draft: InfoFormDraft, areaCode: string): Checks {
  const isComplete = isCheckable(draft);
  // As text: the same form again is the same question.
  const typed = isComplete ? JSON.stringify({ form: toInfoForm(draft), areaCode }) : '';
  const asked = useQuiet(typed, QUIET_MS);
  const query = api.useQuery(
    'post',
    '/checks/info-form',
    { body: JSON.parse(asked || '{"form":{}}') as { form: Schemas['NewInfoForm'] } },
    { enabled: asked !== '', placeholderData: keepPreviousData, staleTime: Infinity, retry: false },
  );
  const { data, isError } = query;
  const said = isComplete && asked !== '' ? data : undefined;
  const rows = filledRows(draft.years);
  const places = rows.join();
  const findings = useMemo(
    () => (said?.findings ?? []).map((finding) => ({ ...finding, field: inSheet(finding.field, places) })),
    [said, places],
  );
  if (!isComplete) return { state: 'incomplete', findings: [], said: undefined };
  if (isError) return { state: 'failed', findings: [], said: undefined };
  return { state: asked === typed && data && !query.isPlaceholderData ? 'said' : 'asking', findings, said };
}

const isCheckable = (draft: InfoFormDraft): boolean =>
  LINES.every((line) => fenOf(draft[line]) !== undefined) &&
  [draft.receivedOn, draft.transferredOn].every((day) => !day?.trim() || isDate(readDay(day))) &&
  filledRows(draft.years).length > 0 &&
  cellDefects(draft.years).length === 0;
