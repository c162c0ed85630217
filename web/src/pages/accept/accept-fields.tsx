import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCounterparts, useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { phoneKind } from '../../../../domain/persons/phone.ts';
import { checkResidentId } from '../../../../domain/persons/resident-id.ts';

const SCHEMES: readonly Schemas['Scheme'][] = ['enterprise', 'publicInstitution', 'residents', 'military'];

const WHOLE_NUMBER = 18;

export function AcceptFields() {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Panel title={t('accept.person')}>
        <PersonFields />
      </Panel>
      <Panel title={t('accept.origin')}>
        <OriginFields />
      </Panel>
      <details className="panel">
        <summary>{t('accept.more')}</summary>
        <ContactFields />
      </details>
    </div>
  );
}

function PersonFields() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('common.required') }];
  const mobile = (Form.useWatch(['person', 'mobile']) as string | undefined) ?? '';
  return (
    <div className="fields">
      <Form.Item name={['person', 'name']} label={t('accept.name')} rules={required}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <IdNumberField />
      <Form.Item
        name={['person', 'mobile']}
        label={`${t('accept.mobile')} (${t('common.optional')})`}
        extra={phoneKind(mobile) === 'fixedLine' ? t('accept.noSms') : t('accept.mobileHint')}
      >
        <Input type="tel" autoComplete="off" maxLength={40} />
      </Form.Item>
    </div>
  );
}

/** Says while one types what is wrong with a whole number, all of it, and when it is well formed. */
function IdNumberField() {
  const { t } = useTranslation();
  const bornBy = useOfficeDate();
  const check = (text: string) => checkResidentId(text, bornBy === undefined ? {} : { bornBy });
  const typed = (Form.useWatch(['person', 'idNumber']) as string | undefined) ?? '';
  const refuse = async (_: unknown, text: string | undefined): Promise<void> => {
    const checked = check(text ?? '');
    if (checked.ok) return;
    await Promise.reject(new Error(checked.defects.map((defect) => t(`accept.idDefect.${defect}`)).join(' ')));
  };
  // Half a number is no mistake yet.
  const refuseWhole = async (rule: unknown, text: string | undefined): Promise<void> => {
    if ((text ?? '').length >= WHOLE_NUMBER) await refuse(rule, text);
  };
  return (
    <Form.Item
      name={['person', 'idNumber']}
      label={t('accept.idNumber')}
      validateTrigger={['onChange', 'onBlur']}
      rules={[
        { validator: refuse, validateTrigger: 'onBlur' },
        { validator: refuseWhole, validateTrigger: 'onChange' },
      ]}
      {...(typed !== '' && check(typed).ok && { extra: <span className="identity good">{t('accept.idFine')}</span> })}
    >
      <Input autoComplete="off" spellCheck={false} maxLength={40} className="number" />
    </Form.Item>
  );
}

function OriginFields() {
  const { t } = useTranslation();
  const counterparts = useCounterparts();
  return (
    <div className="fields">
      <Form.Item
        name="counterpartAreaCode"
        label={t('accept.counterpart')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={counterparts.map(({ areaCode, name }) => ({ value: areaCode, label: `${name} ${areaCode}` }))}
        />
      </Form.Item>
      <Form.Item name="scheme" label={t('accept.scheme')}>
        <Select options={SCHEMES.map((scheme) => ({ value: scheme, label: t(`schemes.${scheme}`) }))} />
      </Form.Item>
      <Form.Item name="localHukou" valuePropName="checked">
        <Checkbox>{t('accept.localHukou')}</Checkbox>
      </Form.Item>
      <Form.Item name="approvedMove" valuePropName="checked">
        <Checkbox>{t('accept.approvedMove')}</Checkbox>
      </Form.Item>
    </div>
  );
}

function ContactFields() {
  const { t } = useTranslation();
  const fields = [
    { name: ['employer', 'name'], label: t('accept.employerName') },
    { name: ['employer', 'telephone'], label: t('accept.employerTelephone') },
    { name: ['agent', 'name'], label: t('accept.agentName') },
    { name: ['agent', 'telephone'], label: t('accept.agentTelephone') },
    { name: ['agent', 'relation'], label: t('accept.agentRelation') },
  ];
  return (
    <div className="fields">
      {fields.map(({ name, label }) => (
        <Form.Item key={label} name={name} label={label}>
          <Input autoComplete="off" maxLength={name[1] === 'name' ? 200 : 40} />
        </Form.Item>
      ))}
    </div>
  );
}
