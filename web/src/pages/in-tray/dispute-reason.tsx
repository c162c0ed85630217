import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProcedures, useReasons } from '../../api/queries.ts';
import { codeAndWords } from '../../i18n/reason-words.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** What the other office finds, where its letter says so; else the steward reads it. */
export function DisputeReason({ name = 'reasonCode' }: { readonly name?: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const uses = useProcedures().flatMap(({ steps }) => steps.flatMap(({ facts }) => facts));
  const codes = new Set(
    uses.filter(({ kind }) => kind === 'disputeReceived').flatMap(({ reasonCodes }) => reasonCodes),
  );
  const reasons = useReasons().filter(({ code }) => codes.has(code));
  return (
    <Form.Item name={name} label={`${t('facts.reason')} (${t('common.optional')})`}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={reasons.map((reason) => ({ value: reason.code, label: codeAndWords(reason, language) }))}
      />
    </Form.Item>
  );
}
