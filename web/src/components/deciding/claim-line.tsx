import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../format/fen.ts';
import { AmountField } from './amount-field.tsx';
import type { ClaimLine as Line } from './decision-values.ts';
import { awaitsMoney, foundQuery } from './find-transfer.ts';
import { TransferSums } from './transfer-sums.tsx';

const KEPT = ['transferId', 'key', 'done'] as const;

interface ClaimLineProps {
  /** Its place in the list. */
  readonly at: number;
  readonly line: Line | undefined;
  readonly refuse: () => string | undefined;
  readonly onRemove: (() => void) | undefined;
}

/** One case that gets some of the money: found by its number or a name, and looked at before it is sent. */
export function ClaimLine({ at, line = {}, refuse, onRemove }: ClaimLineProps) {
  const { t } = useTranslation();
  const number = at + 1;
  const done = line.done !== undefined;
  const whose = useWhose(at, line);
  return (
    <fieldset className="claim">
      <legend>
        {t('waitingMoney.line', { number })} {done && <span className="badge good">{t('waitingMoney.done')}</span>}
      </legend>
      <div className="claim-fields">
        <Form.Item
          name={[at, 'whose']}
          label={t('waitingMoney.whose')}
          validateTrigger="onBlur"
          rules={[{ validator: (_, text: string | undefined) => whose.check(text) }]}
        >
          <Input
            autoComplete="off"
            maxLength={100}
            disabled={done}
            onChange={whose.forget}
            onPressEnter={(event) => {
              // Nothing is sent before its sums were seen.
              if (line.transferId !== undefined || event.ctrlKey) return;
              event.preventDefault();
              whose.look();
            }}
          />
        </Form.Item>
        <AmountField name={[at, 'yuan']} disabled={done} refuse={refuse} />
        {onRemove && !done && (
          <Button type="text" aria-label={t('waitingMoney.removeLine', { number })} onClick={onRemove}>
            ×
          </Button>
        )}
      </div>
      {whose.several.length > 1 && (
        <Form.Item name={[at, 'transferId']} label={t('waitingMoney.several')} className="several">
          <Radio.Group
            disabled={done}
            onChange={whose.look}
            options={whose.several.map(({ id, caseNo, personName, counterpart }) => ({
              value: id,
              label: `${caseNo} ${personName} ${counterpart.name}`,
            }))}
          />
        </Form.Item>
      )}
      {KEPT.slice(whose.several.length > 1 ? 1 : 0).map((field) => (
        <Form.Item key={field} name={[at, field]} hidden>
          <Input />
        </Form.Item>
      ))}
      {line.transferId !== undefined && (
        <TransferSums transferId={line.transferId} addsFen={done ? 0 : (fenOf(line.yuan) ?? 0)} />
      )}
    </fieldset>
  );
}

/** What was typed, looked up once it is left; of several the reader chooses. */
function useWhose(at: number, { whose = '', transferId }: Line) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const form = Form.useFormInstance();
  const known = useQuery({ ...foundQuery(whose.trim()), enabled: transferId !== undefined }).data ?? [];
  const say = (id: string | undefined): void => form.setFieldValue(['lines', at, 'transferId'], id);
  return {
    several: known.filter(awaitsMoney),
    forget: () => say(undefined),
    look: () => void form.validateFields([['lines', at, 'whose']]).catch(() => undefined),
    check: async (typed = ''): Promise<void> => {
      const text = typed.trim();
      if (text === '') throw new Error(t('common.required'));
      const found = await queryClient.fetchQuery(foundQuery(text));
      const waiting = found.filter(awaitsMoney);
      const [only] = waiting;
      if (!only) throw new Error(t(found.length > 0 ? 'waitingMoney.ended' : 'waitingMoney.noSuch'));
      if (waiting.length === 1) return say(only.id);
      const chosen = form.getFieldValue(['lines', at, 'transferId']) as string | undefined;
      if (waiting.every(({ id }) => id !== chosen)) throw new Error(t('waitingMoney.several'));
    },
  };
}
