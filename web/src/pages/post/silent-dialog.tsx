import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordFact } from '../../api/record-fact.ts';
import type { NewFact, Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import type { MailItem } from './use-letters.ts';

export type SilentKind = 'counterpartContacted' | 'letterLost';

interface SilentDialogProps {
  readonly kind: SilentKind;
  readonly letter: MailItem;
  readonly onClose: () => void;
  readonly onRecorded: () => void;
}

interface Values {
  readonly channel?: Schemas['CounterpartContactedFact']['channel'];
  readonly note?: string;
}

/** What was done about one letter that nobody scans. */
export function SilentDialog({ kind, letter, onClose, onRecorded }: SilentDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: `fact/${kind}`,
    subject: letter.transferId ?? letter.id,
    send: (values: Values, key: string) =>
      recordFact({ transferId: letter.transferId ?? '', fact: factOf(kind, values), key }),
    onSent: async () => {
      onRecorded();
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const channels = (['phone', 'letter', 'platform', 'visit'] as const).map((value) => ({
    value,
    label: t(`contactChannels.${value}`),
  }));
  return (
    <FormDialog
      title={`${t(`facts.action.${kind}`)} ${letter.caseNo ?? ''}`}
      okText={t('facts.submit')}
      dialog={dialog}
      onClose={onClose}
    >
      <p className="soft">{t(`facts.explain.${kind}`)}</p>
      {kind === 'counterpartContacted' && (
        <Form.Item name="channel" label={t('facts.fields.contacted')} initialValue="phone">
          <Radio.Group options={channels} />
        </Form.Item>
      )}
      <Form.Item name="note" label={`${t('facts.note')} (${t('common.optional')})`} extra={t('facts.noteHint')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

function factOf(kind: SilentKind, { channel = 'phone', note = '' }: Values): NewFact {
  const said = note.trim() === '' ? {} : { note: note.trim() };
  return kind === 'letterLost' ? { kind, ...said } : { kind, channel, ...said };
}
