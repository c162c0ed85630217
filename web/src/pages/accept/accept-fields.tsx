import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCounterparts, useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { DocumentFields } from './document-fields.tsx';
import { OFFICE_SEARCH } from '../../components/office-meant.ts';
import { phoneKind } from '../../../../domain/persons/phone.ts';
import { checkResidentId } from '../../../../domain/persons/resident-id.ts';

const SCHEMES: readonly Schemas['Scheme'][] = ['enterprise', 'publicInstitution', 'residents', 'military'];

const WHOLE_NUMBER = 18;

interface AcceptFieldsProps {
  /** The next person stands at the counter already. */
  readonly focused: boolean;
}

export function AcceptFields({ focused }: AcceptFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Panel title={t('accept.person')}>
        <PersonFields focused={focused} />
      </Panel>
      <Panel title={t('accept.origin')}>
        <OriginFields />
      </Panel>
      <Panel title={t('accept.answers')}>
        <AnswerFields />
      </Panel>
      <details className="panel">
        <summary>{t('accept.more')}</summary>
        <ContactFields />
        <DocumentFields />
      </details>
    </div>
  );
}

function PersonFields({ focused }: AcceptFieldsProps) {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('common.required') }];
  const mobile = (Form.useWatch(['person', 'mobile']) as string | undefined) ?? '';
  return (
    <div className="fields">
      <Form.Item name={['person', 'name']} label={t('accept.name')} rules={required}>
        <Input autoComplete="off" maxLength={200} autoFocus={focused} />
      </Form.Item>
      <IdNumberField />
      <Form.Item
        name={['person', 'mobile']}
        label={`${t('accept.mobile')} (${t('common.optional')})`}
        extra={['fixedLine', 'abroad'].includes(phoneKind(mobile)) ? t('accept.noSms') : t('accept.mobileHint')}
      >
        <Input type="tel" autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="queueNumber" label={`${t('accept.queueNumber')} (${t('common.optional')})`}>
        <Input autoComplete="off" spellCheck={false} maxLength={12} className="number" />
      </Form.Item>
    </div>
  );
}

/** Says while one types what is wrong with a whole number, all of it, and when it is well formed. */
function IdNumberField() {
  const { t } = useTranslation();
  const bornBy = useOfficeDate();
  const check = (text: string) => checkResidentId(text, bornBy === undefined ? {} : { bornBy });
  const isPassport = Boolean(Form.useWatch(['person', 'passportOf']));
  const typed = (Form.useWatch(['person', 'idNumber']) as string | undefined) ?? '';
  const refuse = async (_: unknown, text: string | undefined): Promise<void> => {
    const checked = check(text ?? '');
    if (checked.ok || isPassport) return;
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
  // Letters of this procedure go to agencies of the basic pension.
  const counterparts = useCounterparts().filter(({ kind }) => kind === 'pension');
  return (
    <div className="fields">
      <Form.Item
        name="counterpartAreaCode"
        label={t('accept.counterpart')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Select
          placeholder={t('accept.pinyinHint')}
          showSearch={OFFICE_SEARCH}
          options={counterparts.map(({ areaCode, name }) => ({ value: areaCode, label: `${name} ${areaCode}` }))}
        />
      </Form.Item>
      <Form.Item name="scheme" label={t('accept.scheme')}>
        <Select options={SCHEMES.map((scheme) => ({ value: scheme, label: t(`schemes.${scheme}`) }))} />
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
