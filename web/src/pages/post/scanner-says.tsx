import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemName, toProblem } from '../../api/problem.ts';
import type { Problem } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { formatDay } from '../../format/day.ts';
import type { ToPost } from './posting.ts';
import type { Envelope } from './use-posting.ts';

/** What was recorded before the rest of its envelope was refused or asked about. */
interface Stopped {
  readonly posted: readonly ToPost[];
  readonly envelope: Envelope;
}

export type Said =
  | { readonly kind: 'defect'; readonly defect: 'form' | 'checkDigit' }
  | { readonly kind: 'busy' | 'nothing' }
  | { readonly kind: 'posted'; readonly envelope: Envelope }
  | ({ readonly kind: 'question'; readonly known: Problem } & Stopped)
  | ({ readonly kind: 'refused'; readonly error: unknown } & Stopped);

interface ScannerSaysProps {
  readonly said: Said | undefined;
  readonly onYes: (envelope: Envelope) => void;
  readonly onNo: () => void;
}

const DEFECTS = { form: 'facts.fields.waybillForm', checkDigit: 'facts.fields.waybillCheck' } as const;

/** The answer to a number, below its field: heard at once, and read as long as nobody types the next. */
export function ScannerSays({ said, onYes, onNo }: ScannerSaysProps) {
  const { t } = useTranslation();
  return (
    <>
      <div role="status">
        {said?.kind === 'posted' && <Posted {...said.envelope} />}
        {(said?.kind === 'question' || said?.kind === 'refused') && said.posted.length > 0 && (
          <Posted rows={said.posted} {...(said.envelope.waybill !== undefined && { waybill: said.envelope.waybill })} />
        )}
      </div>
      <div role="alert">
        {said?.kind === 'defect' && <p className="verdict late">{t(DEFECTS[said.defect])}</p>}
        {(said?.kind === 'busy' || said?.kind === 'nothing') && (
          <p className="verdict late">{t(`post.${said.kind}`)}</p>
        )}
        {said?.kind === 'question' && <Question {...said} onYes={() => onYes(said.envelope)} onNo={onNo} />}
        {said?.kind === 'refused' && <Refused error={said.error} />}
      </div>
    </>
  );
}

function Posted({ rows, waybill }: Envelope) {
  const { t } = useTranslation();
  return (
    <p className="verdict good">
      {t('post.posted', { count: rows.length, waybill: waybill ?? '' })}{' '}
      {rows.map(({ id, caseNo }) => (
        <span key={id}>
          <CaseNo transferId={id} caseNo={caseNo} />{' '}
        </span>
      ))}
    </p>
  );
}

interface QuestionProps {
  readonly known: Problem;
  readonly envelope: Envelope;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The number is known with a letter to the same office. */
function Question({ known, envelope, onYes, onNo }: QuestionProps) {
  const { t } = useTranslation();
  const day = useDay();
  return (
    <div className="verdict late">
      <p>
        {t('post.question', {
          waybill: envelope.waybill ?? '',
          caseNo: known.caseNo ?? '',
          day: day(known.postedOn),
          cases: envelope.rows.map(({ caseNo }) => caseNo).join(', '),
        })}
      </p>
      <div className="row">
        <Button size="small" onClick={onYes}>
          {t('post.yes')}
        </Button>
        <Button size="small" onClick={onNo}>
          {t('post.no')}
        </Button>
      </div>
    </div>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const day = useDay();
  const problem = toProblem(error);
  if (problemName(problem) !== 'waybill-known') return <ProblemNotice error={error} />;
  return (
    <p className="verdict late">{t('post.elsewhere', { caseNo: problem.caseNo ?? '', day: day(problem.postedOn) })}</p>
  );
}

function useDay(): (on: string | undefined) => string {
  const { i18n } = useTranslation();
  return (on) => (on === undefined ? '' : formatDay(on, i18n.language));
}
