import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';
import { settledOf } from '../../api/settled.ts';
import { DayField } from '../../components/day-field.tsx';
import type { Outcome } from '../../components/outcome.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { RulePreview } from './rule-preview.tsx';
import { useRulePlace } from './use-rule-place.ts';
import type { OfficeRule } from './use-rule-value.ts';

interface RuleDialogProps {
  readonly rule: OfficeRule;
  readonly onClose: () => void;
  readonly onSent: (outcome: Outcome) => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly value?: string;
  readonly source?: string;
  readonly fromDay?: string;
}

/** A new number from a day on; what moves by it is seen before it is sent. */
export function RuleDialog({ rule, onClose, onSent }: RuleDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const today = useOfficeDate();
  const placeOf = useRulePlace();
  const { name, direction, procedureType, region, now, least, most, law } = rule;
  const dialog = useFormDialog({
    name: 'officeRule',
    subject: [direction, procedureType, region, name].join(':'),
    send: async ({ value = '', source = '', fromDay = '' }: Values) =>
      settledOf(
        await client.PUT('/office-rules', {
          body: {
            name,
            ...(direction !== null && procedureType !== null && { direction, procedureType, region }),
            value: Number(value),
            source,
            fromDay,
          },
        }),
      ),
    onSent: async ({ waits }) => {
      onClose();
      onSent({ waits });
      await queryClient.invalidateQueries();
    },
  });
  const asked = Form.useWatch([], dialog.form) as Values | undefined;
  return (
    <FormDialog
      title={`${t(`rules.names.${name}`)} · ${placeOf(rule)}`}
      okText={t('settings.save')}
      dialog={dialog}
      initialValues={{ value: now === null ? '' : String(now.value), source: '' }}
      onClose={onClose}
    >
      <Form.Item
        name="value"
        label={t('rules.newValue')}
        extra={law === null ? t('rules.bounds', { least, most }) : t('rules.boundsByLaw', { least, most, law })}
        rules={[{ pattern: /^\d{1,3}$/, message: t('defects.form') }]}
      >
        <Input className="number" inputMode="numeric" maxLength={3} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item
        name="fromDay"
        label={t('rules.fromDay')}
        extra={t('rules.fromDayHint')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <DayField {...(today !== undefined && { min: today })} />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('rules.source')}
        extra={t('rules.sourceHint')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <RulePreview rule={rule} value={asked?.value} fromDay={asked?.fromDay} />
    </FormDialog>
  );
}
