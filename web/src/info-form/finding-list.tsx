import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/types.ts';
import { knownText } from '../../../i18n/known-text.ts';
import { formatYuan } from '../../../../../domain/money/money.ts';

type Shown = Pick<Schemas['Finding'], 'field' | 'code' | 'severity' | 'computedFen' | 'foundFen'> & {
  readonly message?: string;
};

interface FindingListProps {
  readonly title: string;
  readonly findings: readonly Shown[];
}

/** What does not add up, each with its row and its difference. */
export function FindingList({ title, findings }: FindingListProps) {
  const { t } = useTranslation();
  return (
    <div className="findings-box">
      <strong>{title}</strong>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.field} ${finding.code}`}>
            {rowOf(finding) !== undefined && <>{t('infoForm.row', { row: rowOf(finding) })}: </>}
            {findingText(finding)}
            {finding.severity !== undefined && finding.severity !== 'flag' && (
              <span className="soft"> · {t(`infoForm.severity.${finding.severity}`)}</span>
            )}
            <Amounts finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Amounts({ finding }: { readonly finding: Shown }) {
  const { t } = useTranslation();
  const { computedFen, foundFen } = finding;
  if (computedFen !== undefined && foundFen !== undefined) {
    const [computed, found] = [computedFen, foundFen].map((fen) => formatYuan(fen, { grouped: true }));
    return <span className="number"> ({t('infoForm.computedFound', { computed, found })})</span>;
  }
  const amount = differenceBefore(finding);
  return amount === undefined ? null : <span className="number"> ({t('infoForm.difference', { amount })})</span>;
}

/** `years.2.months` → 3; a release before called them rows. */
function rowOf({ field }: Shown): number | undefined {
  const row = /^(?:years|rows)\.(\d+)\./.exec(field)?.[1];
  return row === undefined ? undefined : Number(row) + 1;
}

function findingText({ code, message }: Shown): string {
  return knownText(`infoForm.finding.${code}`) ?? message ?? code;
}

/** A release before kept it behind the reason: `D01 -5400`. */
function differenceBefore({ message }: Shown): string | undefined {
  const fen = /^[A-Z]\d{2} (-?\d+)$/.exec(message ?? '')?.[1];
  return fen === undefined ? undefined : formatYuan(Number(fen), { grouped: true });
}
