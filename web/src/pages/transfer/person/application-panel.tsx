import { useTranslation } from 'react-i18next';
import type { Schemas, TransferDetail } from '../../../api/types.ts';
import { Panel } from '../../../components/panel.tsx';
import { Day } from '../../../components/time.tsx';
import { isKnown, Pairs, type Pair } from '../../../components/pairs.tsx';

type Application = Schemas['Application'];

interface ApplicationPanelProps {
  readonly application: Application;
  /** As it stands now: what the case said is shown where it differs. */
  readonly now: Pick<TransferDetail['person'], 'name' | 'idNumberMasked' | 'mobileMasked'>;
  /** Whole numbers, where they are shown. */
  readonly inFull?: Schemas['PersonInFull'] | undefined;
  readonly title?: string;
}

/** What was answered at the counter; what nobody was asked is not shown. */
export function ApplicationPanel({ application, now, inFull, title }: ApplicationPanelProps) {
  const { t } = useTranslation();
  const agentTelephone = inFull?.agentTelephone ?? application.agent?.telephoneMasked;
  const { said, agent, proofs, firstInsuredHereOn } = application;
  const yesNo = (value: boolean | null) => value !== null && t(value ? 'common.yes' : 'common.no');
  const pairs: readonly Pair[] = [
    [t('transfer.said.name'), said.name !== now.name && said.name],
    [t('transfer.said.idNumber'), said.idNumberMasked !== now.idNumberMasked && said.idNumberMasked],
    [t('transfer.said.mobile'), said.mobileMasked !== now.mobileMasked && said.mobileMasked],
    [t('accept.oldIdNumber'), inFull?.oldIdNumber ?? application.oldIdNumberMasked],
    [t('accept.passportOf'), application.passportOf],
    [t('accept.agentName'), agent && [agent.name, agent.relation, agentTelephone].filter(Boolean).join(' · ')],
    [t('accept.employerTelephone'), inFull?.employerTelephone ?? application.employerTelephoneMasked],
    [t('accept.localHukou'), yesNo(application.localHukou)],
    [t('accept.approvedMove'), yesNo(application.approvedMove)],
    [t('accept.firstInsuredHereOn'), firstInsuredHereOn && <Day key="day" on={firstInsuredHereOn} />],
    [t('accept.insuredHere'), yesNo(application.insuredHere)],
    [t('accept.drawsPension'), yesNo(application.drawsPension)],
    [t('accept.benefitPlaceHere'), yesNo(application.benefitPlaceHere)],
    [t('accept.migrantWorker'), yesNo(application.migrantWorker)],
    [t('accept.proofs'), proofs.map((proof) => t(`accept.proof.${proof}`)).join(' · ')],
  ];
  if (!pairs.some(isKnown)) return null;
  return (
    <Panel title={title ?? t('accept.answers')}>
      <Pairs pairs={pairs} />
    </Panel>
  );
}
