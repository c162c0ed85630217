import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { DayField } from '../../components/day-field.tsx';
import { formatMonth } from '../../format/day.ts';
import { firstDay } from '../../format/month.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface MakeDialogProps {
  readonly month: string;
  readonly to: string;
  /** Nothing was told of this month yet. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly asOf?: string;
  readonly reason?: string;
}

/** A sheet of the month as it stands now, kept; a further one says why the one before came back. */
export function MakeDialog({ month, to, isFirst, onClose }: MakeDialogProps) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'monthlySheet',
    subject: month,
    send: async ({ asOf, reason }: Values, key) =>
      bodyOf(
        await client.POST('/monthly-sheets', {
          params: { header: { 'Idempotency-Key': key } },
          body: { month, ...(asOf !== undefined && { asOf }), ...(reason !== undefined && { reason }) },
        }),
      ),
    onSent: async ({ id }) => {
      onClose();
      await queryClient.invalidateQueries();
      await navigate({ to: '/monthly-sheets/$id', params: { id } });
    },
  });
  return (
    <FormDialog
      title={t('archive.sheets.makeOf', { month: formatMonth(month, i18n.language) })}
      okText={t('archive.sheets.keep')}
      dialog={dialog}
      initialValues={{ asOf: to }}
      onClose={onClose}
    >
      <p className="soft">{t('archive.sheets.explain')}</p>
      <Form.Item name="asOf" label={t('archive.sheets.asOf')}>
        <DayField min={firstDay(month)} max={to} always />
      </Form.Item>
      {!isFirst && (
        <Form.Item
          name="reason"
          label={t('archive.sheets.reason')}
          rules={[{ required: true, whitespace: true, message: t('common.required') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
