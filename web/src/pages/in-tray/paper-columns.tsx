import type { TFunction } from 'i18next';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Day, Moment } from '../../components/time.tsx';

type Paper = Schemas['Incoming'];

/** How a paper stands in the register. */
export const paperColumns = (t: TFunction): Column<Paper>[] => [
  { key: 'arrived', title: t('inTray.arrivedAt'), render: ({ arrivedAt }) => <Moment at={arrivedAt} /> },
  {
    key: 'kind',
    title: t('common.columns.kind'),
    render: ({ kind, channel }) => (
      <>
        <span className="nowrap">{t(`inTray.kinds.${kind}`)}</span>
        <div className="soft small nowrap">{t(`inTray.channels.${channel}`)}</div>
      </>
    ),
  },
  {
    key: 'sender',
    title: t('inTray.sender'),
    render: ({ sender: { name, areaCode } }) => (
      <>
        {name}
        <div className="soft small number">{areaCode}</div>
      </>
    ),
  },
  {
    key: 'numbers',
    title: t('inTray.numbers'),
    render: ({ letterNo, letterDated, waybill, scanReference }) => (
      <>
        <span className="number">{letterNo}</span> {letterDated !== null && <Day on={letterDated} />}
        <div className="soft small number">{[waybill, scanReference].filter(Boolean).join(' · ')}</div>
      </>
    ),
  },
  {
    key: 'person',
    title: t('common.columns.person'),
    render: ({ personName, idNumberMasked }) => (
      <>
        {personName}
        <div className="soft small number">{idNumberMasked}</div>
      </>
    ),
  },
  {
    key: 'state',
    title: t('common.columns.state'),
    render: ({ state, parkedFor, setAside, twoRegions, transferId, caseNo }) => (
      <>
        <span className={state === 'parked' ? 'badge late' : ''}>{t(`inTray.states.${state}`)}</span>{' '}
        <CaseNo transferId={transferId} caseNo={caseNo} />
        {setAside && (
          <div className="small">
            {setAside.note}
            <div className="soft">
              {setAside.by.displayName} <Moment at={setAside.at} />
            </div>
          </div>
        )}
        {parkedFor !== null && !setAside && <div className="small">{t(`inTray.parkedFor.${parkedFor}`)}</div>}
        {twoRegions && <div className="small">{t('inTray.twoRegions')}</div>}
      </>
    ),
  },
];
