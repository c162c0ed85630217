import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';

/** What became of a paper: its transfer, or why it waits and with whom. */
export function Became({ paper }: { readonly paper: Schemas['Incoming'] }) {
  const { t } = useTranslation();
  const { state, parkedFor, twoRegions, task, letterNo, sender, kind } = paper;
  const named = [t(`inTray.kinds.${kind}`), letterNo, sender.name].filter(Boolean).join(' · ');
  return (
    <p className={`verdict ${state === 'parked' || twoRegions ? 'warn' : 'good'}`}>
      {named}
      {': '}
      {t(`inTray.states.${state}`)} <CaseNo transferId={paper.transferId} caseNo={paper.caseNo} />
      {parkedFor !== null && ` (${t(`inTray.parkedFor.${parkedFor}`)})`}
      {twoRegions && ` · ${t('inTray.twoRegions')}`}
      {task && ` · ${t('inTray.heldBy', { name: task.owner.displayName })}`}
    </p>
  );
}
