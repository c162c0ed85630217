import { useTranslation } from 'react-i18next';
import { useStaff } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Becomes } from '../../components/becomes.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { Day, Moment, Yuan } from '../../components/time.tsx';
import { knownText } from '../../i18n/known-text.ts';

type Change = Schemas['ApprovalChange'];

/** What would change, or has changed: from what to what, in the words of the office. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <dl className="pairs">
      {changes.map((change) => (
        <ChangeLine key={change.field} change={change} />
      ))}
    </dl>
  );
}

function ChangeLine({ change: { field, was, becomes } }: { readonly change: Change }) {
  return (
    <>
      <dt>
        <FieldName field={field} />
      </dt>
      <dd>
        {(was !== null || accountOf(field) !== undefined) && (
          <>
            <bdi>
              <Value field={field} value={was} />
            </bdi>
            <Becomes />
          </>
        )}
        <bdi>
          <Value field={field} value={becomes} />
        </bdi>
      </dd>
    </>
  );
}

function FieldName({ field }: { readonly field: string }) {
  const { t } = useTranslation();
  const [, about = '', number = ''] = OF_ACCOUNT.exec(field) ?? [];
  if (number !== '') return <>{t(ACCOUNT_WORDS[about]!, { number })}</>;
  return isDay(field) ? <Day on={field} /> : <>{knownText(`approvals.fields.${field}`) ?? field}</>;
}

/** What is said of one of the office's own accounts; its number cannot be a word of the translations. */
const OF_ACCOUNT = /^(account|bank|offLetters):(.+)$/;
const ACCOUNT_WORDS: Readonly<Record<string, 'approvals.account' | 'approvals.bankOf' | 'approvals.offLetters'>> = {
  account: 'approvals.account',
  bank: 'approvals.bankOf',
  offLetters: 'approvals.offLetters',
};

/** The office's own accounts: each is a field of its own, with its name. */
const accountOf = (field: string): string | undefined => /^account:(.+)$/.exec(field)?.[1];

/** A holiday notice changes days: each is a field of its own. */
const isDay = (field: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(field);

/** Names of words by the field in which they stand. */
const WORDS: Readonly<Record<string, string>> = {
  factKind: 'events',
  partState: 'partStates',
  state: 'partStates',
  refusal: 'problems',
  roles: 'roles',
  importKind: 'importKinds',
  overDefects: 'infoForm.finding',
  noticeMode: 'noticeModes',
  noticeTo: 'noticeTo',
  officeRule: 'rules.names',
  remittanceState: 'remittances.states',
  procedureType: 'procedureTypes',
};

function Value({ field, value }: { readonly field: string; readonly value: Change['was'] }) {
  const { t } = useTranslation();
  const staff = useStaff();
  if (accountOf(field) !== undefined && typeof value !== 'string')
    return <>{t(value === null ? 'approvals.notOurs' : 'approvals.ours')}</>;
  if (value === null) return <>–</>;
  if (typeof value === 'boolean') return <>{t(value ? 'common.yes' : 'common.no')}</>;
  if (field === 'basisPoints') return <>{(Number(value) / 100).toFixed(2)} %</>;
  if (typeof value === 'number') return field.endsWith('Fen') ? <Yuan fen={value} /> : <>{value}</>;
  if (field === 'reasonCode') return <ReasonText code={value} />;
  if (field === 'fromDay' || field === 'bookedOn') return <Day on={value} />;
  if (field === 'occurredAt') return <Moment at={value} />;
  if (field === 'staff') return <>{staff.find(({ id }) => id === value)?.displayName ?? value}</>;
  const words = isDay(field) ? 'dayKinds' : WORDS[field];
  if (words === undefined) return <>{value}</>;
  return (
    <>
      {value
        .split(',')
        .map((one) => knownText(`${words}.${one}`) ?? one)
        .join(', ')}
    </>
  );
}
