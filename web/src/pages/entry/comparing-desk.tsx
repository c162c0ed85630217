import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Panel } from '../../components/panel.tsx';
import { useBegun } from '../../forms/use-begun.ts';
import { draftOf } from '../../info-form/info-form-draft.ts';
import { FiguresOfForm } from '../../info-form/info-form-fields.tsx';
import { ReasonFields } from '../transfer/facts/fields.tsx';
import { Barred } from './barred.tsx';
import type { DeskProps } from './desk-props.ts';
import { FactForm } from './fact-form.tsx';
import { FormCompared } from './form-compared.tsx';
import { standingForm } from './standing-form.ts';
import { useFactForm } from './use-fact-form.ts';

const WAYS = ['entered', 'corrected', 'sentBackToCounterpart'] as const;
type Way = (typeof WAYS)[number];

interface WayProps extends DeskProps {
  /** The other ways, to be chosen instead. */
  readonly others: ReactNode;
}

/** What is registered is gone through with the paper: it is right and passed on, its figures are corrected, or it goes back. */
export function ComparingDesk(props: DeskProps) {
  const { t } = useTranslation();
  const { transfer } = props;
  const begun = useBegun();
  const form = standingForm(transfer);
  const ways = WAYS.filter((way) => transfer.allowedFacts.includes(way) && (way === 'entered' || form));
  const [way, setWay] = useState<Way>(() => ways.find((one) => begun.isOpen(`fact/${one}`, transfer.id)) ?? 'entered');
  const Shown = FORMS[way];
  return (
    <div className="stack tight">
      <Barred transfer={transfer} />
      {way !== 'corrected' && form && <FormCompared form={form} transfer={transfer} />}
      {!form && <p className="verdict late">{t('entry.comparing.noForm')}</p>}
      {ways.includes(way) && (
        <Panel
          title={t(`entry.comparing.${way}.title`)}
          className={`facts-panel ${way === 'corrected' ? '' : 'decision'}`}
        >
          <div className="stack tight">
            <p className="soft">{t(`entry.comparing.${way}.text`)}</p>
            <Shown
              key={way}
              {...props}
              others={ways
                .filter((one) => one !== way)
                .map((one) => (
                  <Button key={one} size="small" onClick={() => setWay(one)}>
                    {t(`entry.comparing.${one}.choose`)}
                  </Button>
                ))}
            />
          </div>
        </Panel>
      )}
    </div>
  );
}

function Entered(props: WayProps) {
  const { t } = useTranslation();
  return (
    <FactForm of={useFactForm('entered', props)} okText={t('entry.comparing.entered.send')} others={props.others} />
  );
}

function SentBack(props: WayProps) {
  const { t } = useTranslation();
  const kind = 'sentBackToCounterpart';
  return (
    <FactForm
      of={useFactForm(kind, props)}
      okText={t('entry.comparing.sentBackToCounterpart.send')}
      others={props.others}
    >
      <ReasonFields kind={kind} transfer={props.transfer} standing={props.standing} />
    </FactForm>
  );
}

/** Typed over what is registered; it counts once another person has confirmed it. */
function Corrected(props: WayProps) {
  const { t } = useTranslation();
  const { transfer } = props;
  const path = { params: { path: { id: transfer.id }, query: { limit: 200 } } };
  const { data } = useQuery(api.queryOptions('get', '/transfers/{id}/events', path));
  const bringing = data?.items.findLast(({ kind }) => kind === 'infoFormReceived');
  const [was] = useState(() => draftOf(standingForm(transfer)!));
  const fact = useFactForm('corrected', {
    ...props,
    transfer,
    ...(bringing && { also: { correctsSeq: bringing.seq } }),
  });
  return (
    <FactForm
      of={fact}
      okText={t('entry.comparing.corrected.send')}
      others={props.others}
      initialValues={{ correctedForm: was }}
      noteRequired
    >
      <FiguresOfForm transfer={transfer} at="correctedForm" was={was} />
    </FactForm>
  );
}

const FORMS: Readonly<Record<Way, (props: WayProps) => ReactNode>> = {
  entered: Entered,
  corrected: Corrected,
  sentBackToCounterpart: SentBack,
};
