import { Button, Checkbox, Form, Input, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { useSending } from '../api/use-sending.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import type { ContactValues } from './contact-values.ts';

const MEANS = ['cardSeen', 'mobileMatched', 'questionsAnswered'] as const satisfies readonly Schemas['IdentityMeans'][];

interface IdentityFieldsProps {
  readonly transferId: string | undefined;
  readonly form: FormInstance<ContactValues>;
}

/** Something personal was told: by what it was known to whom. */
export function IdentityFields({ transferId, form }: IdentityFieldsProps) {
  const { t } = useTranslation();
  const told = Form.useWatch('toldPersonal', form);
  const identity = Form.useWatch('identity', form);
  return (
    <>
      <Form.Item name="toldPersonal" valuePropName="checked" className="wide">
        <Checkbox>{t('contacts.toldPersonal')}</Checkbox>
      </Form.Item>
      {told && (
        <Form.Item
          name="identity"
          label={t('contacts.identity')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <Select options={MEANS.map((value) => ({ value, label: t(`contacts.identities.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="identityCheckId" hidden>
        <Input />
      </Form.Item>
      {transferId !== undefined && told && identity === 'mobileMatched' && (
        <Asking transferId={transferId} onAnswer={(id) => form.setFieldValue('identityCheckId', id)} />
      )}
    </>
  );
}

interface AskingProps {
  readonly transferId: string;
  /** Of an answer that is a match; undefined: it is none. */
  readonly onAnswer: (id: string | undefined) => void;
}

/** Asks the registry of mobiles; only a match may be told on. */
function Asking({ transferId, onAnswer }: AskingProps) {
  const { t } = useTranslation();
  const [mobile, setMobile] = useState('');
  const asking = useSending<Schemas['IdentityCheck']>({
    mutationFn: async () => {
      const from = mobile.trim();
      const body = { transferId, ...(from !== '' && { mobile: from }) };
      return bodyOf(await client.POST('/identity-checks', { body }));
    },
    onSuccess: ({ id, result }) => onAnswer(result === 'match' ? id : undefined),
  });
  const { data: answer } = asking;
  return (
    <div className="wide stack tight">
      <div className="row">
        <Input
          className="number contact-mobile"
          aria-label={t('contacts.calledFrom')}
          placeholder={t('contacts.calledFrom')}
          value={mobile}
          maxLength={30}
          onChange={({ target }) => setMobile(target.value)}
        />
        <Button loading={asking.isPending} onClick={() => asking.mutate()}>
          {t('contacts.ask')}
        </Button>
      </div>
      {asking.error && <ProblemNotice error={asking.error} />}
      {answer && (
        <p role="status">
          {t(`contacts.answers.${answer.result}`)}{' '}
          {answer.reason !== '' && <span className="soft">({answer.reason})</span>}
        </p>
      )}
    </div>
  );
}
