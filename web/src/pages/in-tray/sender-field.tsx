import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCounterparts } from '../../api/queries.ts';
import { OFFICE_SEARCH } from '../../components/office-meant.ts';

interface SenderFieldProps {
  /** Two forms may stand on the page: each field has a name of its own. */
  readonly name?: string;
}

/** Who has sent it: found by code, by a part of the name, or by its initials in pinyin. */
export function SenderField({ name = 'senderAreaCode' }: SenderFieldProps) {
  const { t } = useTranslation();
  const agencies = useCounterparts();
  return (
    <Form.Item name={name} label={t('inTray.sender')}>
      <Select
        allowClear
        placeholder={t('inTray.senderHint')}
        showSearch={OFFICE_SEARCH}
        options={agencies.map(({ areaCode, name }) => ({ value: areaCode, label: `${name} ${areaCode}` }))}
      />
    </Form.Item>
  );
}
