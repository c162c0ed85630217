import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, type InputRef } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { clockQuery } from '../../api/clock-query.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { inputOfInstant } from '../../format/day.ts';
import { goOn, isLine } from '../../forms/go-on.ts';
import { KeptForm } from '../../forms/kept-form.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { AddPaper } from '../transfer/papers-panel.tsx';
import { Became } from './became.tsx';
import { FIRST_PAPER, nextPaper, toNewIncoming, type PaperValues } from './paper-values.ts';
import { RegisterFields } from './register-fields.tsx';

/** One paper after the other, with nothing but a scanner and the keys: what became of it is said, and the next one begins. */
export function RegisterPanel() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const may = useMay();
  const officeNow = useQuery(clockQuery()).data?.officeNow;
  const [said, setSaid] = useState<Schemas['Incoming']>();
  const first = useRef<InputRef>(null);
  const registering = useFormDialog<PaperValues, Schemas['Incoming']>({
    name: 'incoming',
    subject: 'office',
    send: async (values, key) => {
      const params = { header: { 'Idempotency-Key': key } };
      return bodyOf(await client.POST('/incoming', { params, body: toNewIncoming(values) }));
    },
    onSent: async (paper, values) => {
      setSaid(paper);
      form.resetFields();
      if (officeNow !== undefined) form.setFieldsValue(nextPaper(values, officeNow));
      await queryClient.invalidateQueries();
    },
  });
  const { form, sending } = registering;
  useEffect(() => {
    // The time at which it was begun: sent once more it is the same paper.
    if (officeNow !== undefined && !form.getFieldValue('arrivedAt'))
      form.setFieldValue('arrivedAt', inputOfInstant(officeNow));
  }, [officeNow, form]);
  // Emptied fields are other ones than those before: the new one takes what the scanner types next.
  useEffect(() => first.current?.focus({ preventScroll: true }), [said]);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      form.submit();
    } else if (isLine(event.target) && goOn(event.currentTarget, event.target, event.shiftKey ? -1 : 1)) {
      event.preventDefault();
    }
  };
  return (
    <Panel title={t('inTray.register')} className="no-print">
      <div className="stack tight">
        <div role="status">{said && <Became paper={said} />}</div>
        {said?.transferId && may('addPaper') && (
          <AddPaper key={said.id} transferId={said.transferId} kind={t(`inTray.kinds.${said.kind}`)} />
        )}
        <KeptForm<PaperValues> of={registering} initialValues={FIRST_PAPER} onKeyDown={onKeyDown}>
          <RegisterFields first={first} now={officeNow} />
          <div className="row">
            <Button type="primary" htmlType="submit" loading={sending.isPending}>
              {t('inTray.submit')}
            </Button>
            <span className="soft small">{t('inTray.keys')}</span>
          </div>
        </KeptForm>
      </div>
    </Panel>
  );
}
