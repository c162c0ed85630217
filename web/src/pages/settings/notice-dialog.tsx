import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { settledOf } from '../../api/settled.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { RestBlocks, WorkDays } from './notice-days.tsx';
import { atItsDay, KNOWN_WAYS, noticeOf, valuesOf, type NoticeValues } from './notice-values.ts';
import type { NoticeOfYear } from './use-notices.ts';

interface NoticeDialogProps extends Partial<NoticeOfYear> {
  readonly onClose: () => void;
  readonly onSent: (waits: boolean, moved: Schemas['CalendarChange'] | undefined) => void;
}

/** A year's notice, typed from its paper. */
export function NoticeDialog({ year, known = null, onClose, onSent }: NoticeDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'holidayNotice',
    subject: String(year ?? 'new'),
    send: async (values: NoticeValues) => {
      const params = { path: { year: Number(values.year) } };
      return settledOf(await client.PUT('/calendar/{year}', { params, body: noticeOf(values) }));
    },
    seen: (error) => atItsDay(error),
    onSent: async (settled) => {
      onClose();
      onSent(settled.waits, settled.waits ? undefined : settled.body);
      await queryClient.invalidateQueries();
    },
  });
  const ways = KNOWN_WAYS.map((value) => ({ value, label: t(`settings.knownWays.${value}`) }));
  return (
    <FormDialog
      title={`${t('settings.loadNotice')} ${year === undefined ? '' : String(year)}`.trim()}
      okText={t('settings.save')}
      dialog={dialog}
      initialValues={valuesOf(year, known)}
      onClose={onClose}
    >
      <Form.Item name="year" label={t('settings.year')} rules={[{ pattern: /^\d{4}$/, message: t('defects.form') }]}>
        <Input className="number" inputMode="numeric" maxLength={4} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item
        name="notice"
        label={t('settings.notice')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <RestBlocks />
      <WorkDays />
      <Form.Item name="replaces" label={t('settings.known')}>
        <Radio.Group options={ways} />
      </Form.Item>
    </FormDialog>
  );
}
