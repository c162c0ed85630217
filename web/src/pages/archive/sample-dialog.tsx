import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { SAMPLE_BASES, type SampleBasis } from '../../../../domain/archive.ts';
import { bodyOf, client } from '../../api/client.ts';
import { DayField } from '../../components/day-field.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface SampleDialogProps {
  readonly today: string;
  readonly onClose: () => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly basis?: SampleBasis;
  readonly direction?: 'both' | 'in' | 'out';
  readonly from?: string;
  readonly to?: string;
  readonly size?: string;
  readonly seed?: string;
}

/** The seed is the auditor's own: with it the same is drawn again. */
export function SampleDialog({ today, onClose }: SampleDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'auditSample',
    subject: '',
    send: async ({ basis = 'closed', direction, from = '', to = '', size = '', seed = '' }: Values, key) =>
      bodyOf(
        await client.POST('/audit-samples', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            basis,
            from,
            to,
            size: Number(size),
            seed: seed.trim(),
            ...((direction === 'in' || direction === 'out') && { direction }),
          },
        }),
      ),
    onSent: async ({ id }) => {
      onClose();
      await queryClient.invalidateQueries();
      await navigate({ to: '/archive/samples/$id', params: { id } });
    },
  });
  const required = [{ required: true, message: t('common.required') }];
  return (
    <FormDialog
      title={t('archive.samples.draw')}
      okText={t('archive.samples.draw')}
      dialog={dialog}
      initialValues={{ basis: 'closed', direction: 'both', from: `${today.slice(0, 4)}-01-01`, to: today, size: '20' }}
      onClose={onClose}
    >
      <p className="soft">{t('archive.samples.explain')}</p>
      <Form.Item
        name="seed"
        label={t('archive.samples.seed')}
        extra={t('archive.samples.seedHint')}
        rules={[...required, { pattern: /^\s*[0-9A-Za-z-]{1,40}\s*$/, message: t('defects.form') }]}
      >
        <Input className="number" autoComplete="off" maxLength={42} autoFocus />
      </Form.Item>
      <Form.Item
        name="size"
        label={t('archive.samples.size')}
        rules={[...required, { pattern: /^\d{1,3}$/, message: t('defects.form') }]}
      >
        <Input className="number" inputMode="numeric" autoComplete="off" maxLength={3} />
      </Form.Item>
      <Form.Item name="basis" label={t('archive.samples.of')}>
        <Radio.Group options={SAMPLE_BASES.map((basis) => ({ value: basis, label: t(`archive.bases.${basis}`) }))} />
      </Form.Item>
      <Form.Item name="direction" label={t('figures.direction')}>
        <Radio.Group
          options={[
            { value: 'both', label: t('common.all') },
            ...(['in', 'out'] as const).map((direction) => ({
              value: direction,
              label: t(`directions.${direction}`),
            })),
          ]}
        />
      </Form.Item>
      <Form.Item name="from" label={t('common.from')} rules={required}>
        <DayField max={today} />
      </Form.Item>
      <Form.Item name="to" label={t('common.to')} rules={required}>
        <DayField max={today} />
      </Form.Item>
    </FormDialog>
  );
}
