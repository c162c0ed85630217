import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { MinuteField } from '../../../components/day-field.tsx';
import { formatInstant } from '../../../format/day.ts';
import type { FactFieldsProps } from './fact-fields-props.ts';
import { draftOf } from '../../../info-form/info-form-draft.ts';
import { FiguresOfForm } from '../../../info-form/info-form-fields.tsx';

/** Which fact was wrong, and what of it: when it happened, the name of an acceptance, the figures of an info form. */
export function CorrectionFields({ transfer }: Pick<FactFieldsProps, 'transfer'>) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(
    api.queryOptions('get', '/transfers/{id}/events', { params: { path: { id: transfer.id }, query: { limit: 200 } } }),
  );
  const facts = (data?.items ?? []).filter(({ factSeq, kind }) => factSeq !== null && kind !== 'corrected');
  const chosen = Form.useWatch<number | undefined>('correctsSeq');
  const corrected = facts.find(({ seq }) => seq === chosen);
  // Only the form that counts is corrected, and only of the fact that brought it: the last one that did.
  const bringing = facts.findLast(({ kind }) => kind === 'infoFormReceived');
  return (
    <>
      <Form.Item
        name="correctsSeq"
        label={t('facts.fields.correctsSeq')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Select
          options={facts.map(({ seq, kind, occurredAt }) => ({
            value: seq,
            label: `${t('transfer.history.number', { seq })} ${t(`events.${kind}`)} · ${formatInstant(occurredAt, i18n.language)}`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="correctedOccurredAt"
        label={`${t('facts.fields.correctedOccurredAt')} (${t('common.optional')})`}
      >
        <MinuteField />
      </Form.Item>
      {corrected?.kind === 'accepted' && (
        <Form.Item name="correctedName" label={`${t('facts.fields.correctedName')} (${t('common.optional')})`}>
          <Input maxLength={200} placeholder={transfer.person.name} />
        </Form.Item>
      )}
      {corrected !== undefined && corrected === bringing && <CorrectedFigures transfer={transfer} />}
    </>
  );
}

/** Opened on purpose: whoever corrects an hour sends no figures. They begin as they stand. */
function CorrectedFigures({ transfer }: Pick<FactFieldsProps, 'transfer'>) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const open = Form.useWatch('correctedForm', { form, preserve: true }) !== undefined;
  const standing = transfer.infoForms.find(({ state }) => state === 'received');
  if (!standing) return null;
  if (open) return <FiguresOfForm transfer={transfer} at="correctedForm" was={draftOf(standing)} />;
  const begin = (): void => form.setFieldsValue({ correctedForm: draftOf(standing) });
  return <Button onClick={begin}>{t('facts.fields.correctedForm')}</Button>;
}
