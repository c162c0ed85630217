import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { EnvelopesButton } from '../../documents/envelopes-button.tsx';
import type { ToPost } from './posting.ts';
import type { Desk } from './use-desk.ts';

/** As many as the office prints at once; the others come up as these are posted. */
const AT_ONCE = 200;
/** Of the ten labels of a sheet. */
const LEFT_OUT = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The letters of what waits and the labels for their envelopes: of what is ticked, else of all. */
export function PrintToPost({ desk: { rows, ticked } }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  const may = useMay();
  const [skip, setSkip] = useState(0);
  const asked = (ticked.size === 0 ? rows : rows.filter((row) => ticked.has(row.id)))
    .filter(isPosted)
    .slice(0, AT_ONCE);
  if (!may('printBatch') || asked.length === 0) return null;
  return (
    <div className="row no-print" role="group" aria-label={t('common.print')}>
      <PrintLetters rows={asked} />
      <EnvelopesButton kind="addressLabels" input={{ transferIds: asked.map((row) => row.id), skip }} />
      <label>
        {t('documents.skip')}{' '}
        <select value={skip} onChange={({ target }) => setSkip(Number(target.value))}>
          {LEFT_OUT.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

const isPosted = ({ directory }: ToPost): boolean => directory?.channel !== 'platform';

/** Each is kept for itself; whichever could not be printed is named with why. */
function PrintLetters({ rows }: { readonly rows: readonly ToPost[] }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const printing = useSending({
    mutationFn: async () =>
      bodyOf(await client.POST('/documents/letters', { body: { transferIds: rows.map(({ id }) => id) } })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <>
      <Button loading={printing.isPending} onClick={() => printing.mutate()}>
        {t('documents.letters')}
      </Button>
      <span role="status">{printing.data && t('documents.printed', { count: printing.data.items.length })}</span>
      {printing.isError && <ProblemNotice error={printing.error} />}
      {printing.data?.refused.map((refused) => (
        <Refused key={refused.transferId} {...refused} rows={rows} />
      ))}
    </>
  );
}

type RefusedProps = Schemas['PrintedLetters']['refused'][number] & { readonly rows: readonly ToPost[] };

function Refused({ transferId, why, rows }: RefusedProps) {
  const caseNo = rows.find(({ id }) => id === transferId)?.caseNo ?? '';
  return (
    <div>
      <CaseNo transferId={transferId} caseNo={caseNo} />
      <ProblemNotice error={why} />
    </div>
  );
}
