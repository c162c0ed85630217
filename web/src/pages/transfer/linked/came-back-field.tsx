import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { formatYuan } from '../../../../../domain/money/money.ts';

/** Which money in suspense is that which the other office has sent back. */
export function CameBackField() {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/credits/waiting', { params: { query: { state: 'suspense', limit: 200 } } });
  const options = (data?.items ?? []).map(({ credit, part }) => ({
    value: part.id,
    label: `${formatYuan(part.amountFen)} · ${credit.bookedOn} · ${credit.serial}`,
  }));
  return (
    <Form.Item name="creditPartIds" label={t('transfer.linked.cameBack')} extra={t('transfer.linked.cameBackHint')}>
      <Select mode="multiple" options={options} optionFilterProp="label" loading={!data} />
    </Form.Item>
  );
}
