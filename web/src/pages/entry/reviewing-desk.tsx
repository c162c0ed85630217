import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty, Panel } from '../../components/panel.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { AnswerPanel } from '../transfer/answer-panel.tsx';
import { ReasonFields } from '../transfer/facts/fields.tsx';
import { outcomesBy, wantsReason } from '../transfer/facts/fact-rules.ts';
import { Barred } from './barred.tsx';
import type { DeskProps } from './desk-props.ts';
import { FactForm } from './fact-form.tsx';
import { FormCompared } from './form-compared.tsx';
import { standingForm } from './standing-form.ts';
import { useFactForm } from './use-fact-form.ts';

const KIND = 'secondReviewed';

/** Paper, entry and recomputation side by side, differences first; then it is accepted, or sent back with its reason. */
export function ReviewingDesk(props: DeskProps) {
  const { transfer } = props;
  const form = standingForm(transfer);
  return (
    <div className="stack tight">
      <Barred transfer={transfer} />
      {form ? <FormCompared form={form} transfer={transfer} /> : <WithoutRows transfer={transfer} />}
      {transfer.allowedFacts.includes(KIND) && <Decision {...props} />}
    </div>
  );
}

/** Where the core system has told no rows our form has its three lines only. */
function WithoutRows({ transfer: { answer } }: Pick<DeskProps, 'transfer'>) {
  const { t } = useTranslation();
  return answer ? <AnswerPanel answer={answer} /> : <Empty>{t('entry.comparing.noForm')}</Empty>;
}

function Decision(props: DeskProps) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const { transfer, standing } = props;
  const fact = useFactForm(KIND, props);
  const { form } = fact;
  const outcomes = outcomesBy(KIND, standing.open);
  const [good = ''] = outcomes;
  const chosen = Form.useWatch<string | undefined>('outcome', { form, preserve: true }) ?? good;
  const choose = (outcome: string): void => {
    form.setFieldsValue({ outcome });
    fact.draft.keep();
  };
  const word = (outcome: string): string => words.outcome(outcome, transfer.procedure);
  return (
    <Panel title={t('entry.reviewing.title')} className="facts-panel decision">
      <FactForm
        of={fact}
        okText={t('entry.reviewing.send', { outcome: word(chosen) })}
        initialValues={{ outcome: good }}
        others={outcomes
          .filter((outcome) => outcome !== chosen)
          .map((outcome) => (
            <Button key={outcome} onClick={() => choose(outcome)}>
              {t('entry.reviewing.instead', { outcome: word(outcome) })}
            </Button>
          ))}
      >
        <Form.Item name="outcome" hidden>
          <input type="hidden" />
        </Form.Item>
        {wantsReason(standing.open, chosen) && <ReasonFields kind={KIND} transfer={transfer} standing={standing} />}
      </FactForm>
    </Panel>
  );
}
