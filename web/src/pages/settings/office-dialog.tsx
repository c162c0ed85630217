import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { settledOf } from '../../api/settled.ts';
import type { Schemas } from '../../api/types.ts';
import type { Outcome } from '../../components/outcome.tsx';
import { NOTICE_MODES, NOTICE_TO } from '../../../../domain/office-details.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { formatWeekday } from '../../format/day.ts';

type Details = Schemas['OfficeDetails'];

interface OfficeDialogProps {
  readonly office: Schemas['Office'];
  readonly onClose: () => void;
  readonly onSent: (outcome: Outcome) => void;
}

/** Fields are called as in the contract, so that a refusal finds them; prefixes are typed in one line. */
interface Values extends Omit<Details, 'smsPrefixes'> {
  readonly smsPrefixes: string;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

export function OfficeDialog({ office, onClose, onSent }: OfficeDialogProps) {
  const { t, i18n } = useTranslation();
  const queryClient = useQueryClient();
  const { areaCode: _, smsPrefixes, ...details } = office;
  const dialog = useFormDialog({
    name: 'officeDetails',
    subject: 'office',
    send: async (values: Values) => settledOf(await client.PUT('/office', { body: detailsOf(values) })),
    onSent: async ({ waits }) => {
      onClose();
      onSent({ waits });
      await queryClient.invalidateQueries();
    },
  });
  const required = [{ required: true, whitespace: true, message: t('common.required') }];
  const time = [{ pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t('settings.timeSuch') }];
  return (
    <FormDialog
      title={t('settings.office')}
      okText={t('settings.save')}
      dialog={dialog}
      initialValues={{ ...details, smsPrefixes: smsPrefixes.join(' ') }}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('settings.officeName')} extra={t('settings.officeNameHint')} rules={required}>
        <Input autoComplete="off" maxLength={80} autoFocus />
      </Form.Item>
      <Form.Item name="telephone" label={t('settings.officeTelephone')} rules={required}>
        <Input className="number" inputMode="tel" autoComplete="off" maxLength={40} />
      </Form.Item>
      <div className="form-line">
        <Form.Item name="opensAt" label={t('settings.opensAt')} rules={time}>
          <Input className="number" autoComplete="off" maxLength={5} />
        </Form.Item>
        <Form.Item name="closesAt" label={t('settings.closesAt')} rules={time}>
          <Input className="number" autoComplete="off" maxLength={5} />
        </Form.Item>
      </div>
      <Form.Item name="noticeMode" label={t('settings.noticeMode')}>
        <Radio.Group options={NOTICE_MODES.map((value) => ({ value, label: t(`noticeModes.${value}`) }))} />
      </Form.Item>
      <Form.Item name="noticeWeekday" label={t('settings.noticeWeekday')}>
        <Select options={WEEKDAYS.map((value) => ({ value, label: formatWeekday(value, i18n.language) }))} />
      </Form.Item>
      <Form.Item name="noticeTo" label={t('settings.noticeTo')}>
        <Radio.Group options={NOTICE_TO.map((value) => ({ value, label: t(`noticeTo.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="smsPrefixes"
        label={`${t('settings.smsPrefixes')} (${t('common.optional')})`}
        extra={t('settings.prefixesHint')}
      >
        <Input className="number" autoComplete="off" maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

const detailsOf = ({ smsPrefixes, ...rest }: Values): Details => ({
  ...rest,
  smsPrefixes: smsPrefixes.split(/[\s,，、]+/).filter((prefix) => prefix !== ''),
});
