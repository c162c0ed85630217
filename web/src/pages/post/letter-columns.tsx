import type { TFunction } from 'i18next';
import { SCAN_MEANINGS } from '../../../../domain/letters/courier-codes.ts';
import { CaseNo } from '../../components/case-no.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Day, Moment } from '../../components/time.tsx';
import type { MailItem } from './use-letters.ts';

type Name = 'caseNo' | 'letterNo' | 'counterpart' | 'waybill' | 'postedOn' | 'lastScan';

/** Columns of letters, in the order in which they are asked for. */
export function letterColumns(t: TFunction, ...names: Name[]): Column<MailItem>[] {
  const columns: Readonly<Record<Name, Omit<Column<MailItem>, 'key'>>> = {
    caseNo: { title: t('common.columns.caseNo'), render: (letter) => <CaseNo {...letter} /> },
    letterNo: {
      title: t('transfer.letters.letterNo'),
      render: ({ letterNo }) => <span className="number nowrap">{letterNo}</span>,
    },
    counterpart: {
      title: t('common.columns.counterpart'),
      render: ({ counterpart }) =>
        counterpart && (
          <>
            {counterpart.name} <span className="soft small number">{counterpart.areaCode}</span>
          </>
        ),
    },
    waybill: {
      title: t('transfer.letters.waybill'),
      render: ({ waybill, channel }) =>
        waybill === null ? t(`letterChannels.${channel}`) : <span className="number nowrap">{waybill}</span>,
    },
    postedOn: {
      title: t('transfer.letters.posted'),
      render: ({ postedOn }) => postedOn !== null && <Day on={postedOn} />,
    },
    lastScan: { title: t('post.lastScan'), render: (letter) => <LastScan letter={letter} t={t} /> },
  };
  return names.map((key) => ({ key, ...columns[key] }));
}

/** What the courier said last; over the platform nobody scans. */
function LastScan({ letter: { scans, channel, silent }, t }: { readonly letter: MailItem; readonly t: TFunction }) {
  const last = scans.at(-1);
  if (!last) return <span className="soft">{channel === 'ems' ? t('transfer.letters.noScans') : '–'}</span>;
  const meaning = SCAN_MEANINGS.find((known) => known === last.meaning) ?? 'unknown';
  return (
    <>
      {t(`scanMeanings.${meaning}`)} <Moment at={last.scannedAt} />{' '}
      {silent && <span className="badge warn">{t('post.isSilent')}</span>}
    </>
  );
}
