import { useTranslation } from 'react-i18next';
import { FieldLink } from './field-link.tsx';
import { amountsOf, nameOf, type ShownFinding } from './finding-text.ts';
import './info-form.css';

interface FindingListProps {
  readonly title: string;
  readonly findings: readonly ShownFinding[];
  /** The ids of the fields begin with it: each finding is a link to its own. */
  readonly at?: string;
}

/** What does not add up, each with its row and its difference. */
export function FindingList({ title, findings, at }: FindingListProps) {
  const { t } = useTranslation();
  return (
    <div className="findings-box">
      <strong>{title}</strong>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.field} ${finding.code}`}>
            <FieldLink id={at && idOf(at, finding.field)}>
              {rowOf(finding) !== undefined && <>{t('infoForm.row', { row: rowOf(finding) })}: </>}
              {nameOf(finding)}
            </FieldLink>
            {finding.severity !== undefined && finding.severity !== 'flag' && (
              <span className="soft"> · {t(`infoForm.severity.${finding.severity}`)}</span>
            )}
            {amountsOf(finding, t) && <span> ({amountsOf(finding, t)})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

const idOf = (at: string, field: string): string =>
  [at, ...field.replace(/\.year$/, '.fromMonth').split('.')].join('_');

/** `years.2.months` → 3; a release before called them rows. */
function rowOf({ field }: ShownFinding): number | undefined {
  const row = /^(?:years|rows)\.(\d+)\./.exec(field)?.[1];
  return row === undefined ? undefined : Number(row) + 1;
}
