import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOfficeDate } from '../../api/queries.ts';
import { DayField } from '../../components/day-field.tsx';

/** What the number does not tell, and how else the person was known. */
export function DocumentFields() {
  const { t } = useTranslation();
  const today = useOfficeDate();
  return (
    <div className="fields">
      <Form.Item name={['person', 'address']} label={t('accept.address')}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name={['person', 'oldIdNumber']} label={t('accept.oldIdNumber')}>
        <Input autoComplete="off" spellCheck={false} maxLength={40} className="number" />
      </Form.Item>
      <Form.Item name={['person', 'passportOf']} label={t('accept.passportOf')} extra={t('accept.passportHint')}>
        <Input autoComplete="off" spellCheck={false} maxLength={3} />
      </Form.Item>
      <Form.Item name={['person', 'bornOn']} label={t('accept.bornOn')}>
        <DayField max={today} />
      </Form.Item>
      <Form.Item name={['person', 'sex']} label={t('accept.sex')}>
        <Select
          allowClear
          options={(['female', 'male'] as const).map((sex) => ({ value: sex, label: t(`accept.sexes.${sex}`) }))}
        />
      </Form.Item>
    </div>
  );
}
