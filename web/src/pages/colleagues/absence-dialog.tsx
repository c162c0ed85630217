import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DayField } from '../../components/day-field.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { AbsencePreview } from './absence-preview.tsx';
import { ColleagueSelect } from './colleague-select.tsx';

interface AbsenceDialogProps {
  readonly onClose: () => void;
  readonly onSent: () => void;
}

type Values = Partial<Schemas['NewAbsence']>;

/** By which its draft is kept. */
export const ABSENCE = { name: 'absence', subject: 'office' } as const;

/** Booked for today or ahead; what would pass to whom is seen before it is sent. */
export function AbsenceDialog({ onClose, onSent }: AbsenceDialogProps) {
  const { t } = useTranslation();
  const optional = (label: string): string => `${label} (${t('common.optional')})`;
  const queryClient = useQueryClient();
  const today = useOfficeDate();
  const dialog = useFormDialog({
    ...ABSENCE,
    send: async (values: Values) => bodyOf(await client.POST('/absences', { body: bodyFrom(values) })),
    onSent: async () => {
      onClose();
      onSent();
      await queryClient.invalidateQueries();
    },
  });
  const asked = Form.useWatch([], dialog.form) as Values | undefined;
  return (
    <FormDialog
      title={t('colleagues.absences.add')}
      okText={t('colleagues.absences.add')}
      width={820}
      dialog={dialog}
      initialValues={today === undefined ? {} : { fromDay: today }}
      onClose={onClose}
    >
      <div className="fields-in-line">
        <Form.Item name="staffId" label={t('colleagues.load.name')}>
          <ColleagueSelect />
        </Form.Item>
        <Form.Item name="standInId" label={optional(t('colleagues.absences.standIn'))}>
          <ColleagueSelect {...(asked?.staffId !== undefined && { besides: asked.staffId })} />
        </Form.Item>
        <Form.Item name="fromDay" label={t('colleagues.absences.from')}>
          <DayField {...(today !== undefined && { min: today })} />
        </Form.Item>
        <Form.Item name="untilDay" label={optional(t('colleagues.absences.until'))}>
          <DayField {...(asked?.fromDay !== undefined && { min: asked.fromDay })} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={optional(t('colleagues.absences.note'))}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <AbsencePreview asked={asked} />
    </FormDialog>
  );
}

/** What is left empty is not sent; what lacks is said by the office, at its field. */
function bodyFrom(values: Values): Schemas['NewAbsence'] {
  const said = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(said) as unknown as Schemas['NewAbsence'];
}
