import { useTranslation } from 'react-i18next';
import { Empty, Panel } from '../../components/panel.tsx';
import { FiguresOfForm } from '../../info-form/info-form-fields.tsx';
import { FormCompared } from './form-compared.tsx';
import { FactForm } from './fact-form.tsx';
import { standingForm } from './standing-form.ts';
import { useFactForm } from './use-fact-form.ts';
import type { DeskProps } from './desk-props.ts';

/** A form that came is typed from its paper. */
export function TypingDesk(props: DeskProps) {
  const { t } = useTranslation();
  const { transfer } = props;
  const form = standingForm(transfer);
  if (!transfer.allowedFacts.includes('infoFormReceived'))
    return form ? <FormCompared form={form} transfer={transfer} /> : <Empty>{t('entry.nothing')}</Empty>;
  return <Typing {...props} />;
}

function Typing(props: DeskProps) {
  const { t } = useTranslation();
  const { transfer } = props;
  const fact = useFactForm('infoFormReceived', props);
  return (
    <Panel
      title={t('entry.typing.title')}
      aside={<span className="soft small">{t('facts.explain.infoFormReceived')}</span>}
    >
      {standingForm(transfer) && <p className="soft">{t('entry.typing.another')}</p>}
      <FactForm of={fact} okText={t('entry.typing.send')}>
        <FiguresOfForm transfer={transfer} at="form" />
      </FactForm>
    </Panel>
  );
}
