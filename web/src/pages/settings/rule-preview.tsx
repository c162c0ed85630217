import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatDay } from '../../format/day.ts';
import { useRuleValue, type OfficeRule } from './use-rule-value.ts';

interface RulePreviewProps {
  readonly rule: OfficeRule;
  readonly value: string | undefined;
  readonly fromDay: string | undefined;
}

/** By how much the first case under it is earlier or later; those that are open never move. */
export function RulePreview({ rule, value = '', fromDay }: RulePreviewProps) {
  const { t, i18n } = useTranslation();
  const valueOf = useRuleValue();
  const before = valueBefore(rule, fromDay);
  const isNumber = /^\d{1,3}$/.test(value);
  const known = fromDay !== undefined && before !== undefined && isNumber;
  const isDue = known && rule.procedureType !== null && !NO_DUE_DATE.includes(rule.name);
  const [was, becomes] = [useDue(fromDay, before, isDue), useDue(fromDay, isNumber ? Number(value) : undefined, isDue)];
  const dayOf = (day: string): string => formatDay(day, i18n.language);
  if (!known) return null;
  return (
    <section aria-live="polite">
      <h3>{t('rules.preview')}</h3>
      {!isDue && (
        <p>
          {t(rule.procedureType === null ? 'rules.previewOffice' : 'rules.previewNew', {
            day: dayOf(fromDay),
            before: valueOf(rule.name, before),
            after: valueOf(rule.name, Number(value)),
          })}
        </p>
      )}
      {was !== undefined && becomes !== undefined && (
        <p>{t('rules.previewCases', { day: dayOf(fromDay), before: dayOf(was), after: dayOf(becomes) })}</p>
      )}
    </section>
  );
}

/** Days before a due date, or from one alarm to the next. */
const NO_DUE_DATE: readonly OfficeRule['name'][] = ['reminder', 'escalation'];

/** What would hold on the day without the change. */
const valueBefore = ({ now, ahead }: OfficeRule, day = ''): number | undefined =>
  (ahead.findLast(({ fromDay }) => fromDay <= day) ?? now)?.value;

function useDue(startedOn: string | undefined, workingDays: number | undefined, enabled: boolean): string | undefined {
  const query = { startedOn: startedOn ?? '', workingDays: workingDays ?? 0 };
  return api.useQuery('get', '/checks/due-date', { params: { query } }, { enabled, retry: false }).data?.dueOn;
}
