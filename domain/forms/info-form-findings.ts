/** Findings as the ledger keeps them: those of a release before have neither severity nor amounts, and other field names. */
import { formatYuan } from '../money/money.ts';
import type { Finding } from './info-form-lines.ts';

export type KeptFinding = Pick<Finding, 'field' | 'code'> & Partial<Finding> & { readonly message: string };

/** What was impossible already when nobody wrote down how bad a finding is. */
const ALWAYS_DEFECTS: ReadonlySet<string> = new Set([
  'amount',
  'accountIdentity',
  'totalIdentity',
  'yearRange',
  'monthsRange',
  'monthsDiffer',
  'month',
  'crossesYear',
  'yearDiffers',
  'order',
]);

export const isOpenDefect = ({ severity, code }: Pick<KeptFinding, 'severity' | 'code'>): boolean =>
  severity === undefined ? ALWAYS_DEFECTS.has(code) : severity === 'defect';

/** As it is kept, and told to whoever asks. */
export const withMessage = (finding: Finding) => ({ ...finding, message: findingText(finding) });

const SEVERITIES = {
  defect: 'cannot be',
  flag: 'to be looked at',
  provisional: 'provisional',
  notChecked: 'not checked',
} as const;

/** For whoever reads the API and not the console: `to be looked at: D01, computed 206.44, found 206.46`. */
function findingText({ severity, reasonCode, computedFen, foundFen }: Finding): string {
  const parts = [
    reasonCode,
    computedFen === undefined ? undefined : `computed ${formatYuan(computedFen)}`,
    foundFen === undefined ? undefined : `found ${formatYuan(foundFen)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? SEVERITIES[severity] : `${SEVERITIES[severity]}: ${parts.join(', ')}`;
}
