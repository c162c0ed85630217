import { useTranslation } from 'react-i18next';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Due } from '../../components/time.tsx';
import type { ToPost } from './posting.ts';
import type { Desk } from './use-desk.ts';
import { OverPlatform } from './over-platform.tsx';

interface ToPostTableProps {
  readonly desk: Desk;
  /** The scanner writes where the focus is: after a choice it goes back to its field. */
  readonly onChosen: () => void;
}

export function ToPostTable({ desk, onChosen }: ToPostTableProps) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('post.toPost')}
      rows={desk.rows}
      rowKey={({ id }) => id}
      rowClass={({ id, openStep }) =>
        [id === desk.chosen?.id && 'chosen', openStep.overdue && 'late'].filter(Boolean).join(' ')
      }
      columns={[
        {
          key: 'next',
          title: t('post.nextOne'),
          render: (row) => <Choose desk={desk} row={row} onChosen={onChosen} />,
        },
        { key: 'with', title: t('post.together'), render: (row) => <Tick desk={desk} row={row} onChosen={onChosen} /> },
        {
          key: 'caseNo',
          title: t('common.columns.caseNo'),
          render: ({ id, caseNo }) => <CaseNo transferId={id} caseNo={caseNo} />,
        },
        {
          key: 'counterpart',
          title: t('common.columns.counterpart'),
          render: (row) => <Address row={row} desk={desk} />,
        },
        { key: 'owner', title: t('common.columns.owner'), render: ({ openStep }) => openStep.owner.displayName },
        {
          key: 'due',
          title: t('common.columns.due'),
          render: ({ openStep: { dueOn, overdue, provisional, held } }) => (
            <>
              <Due on={dueOn} late={overdue} provisional={provisional} />{' '}
              {held && <span className="badge warn">{t('common.flags.held')}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

interface RowProps extends ToPostTableProps {
  readonly row: ToPost;
}

function Choose({ desk, row, onChosen }: RowProps) {
  const { t } = useTranslation();
  return (
    <input
      type="radio"
      name="next-letter"
      className="pick"
      aria-label={t('post.chooseCase', { caseNo: row.caseNo })}
      checked={row.id === desk.chosen?.id}
      onChange={() => {
        desk.choose(row.id);
        onChosen();
      }}
    />
  );
}

function Tick({ desk, row, onChosen }: RowProps) {
  const { t } = useTranslation();
  return (
    <input
      type="checkbox"
      className="pick"
      aria-label={t('post.tickCase', { caseNo: row.caseNo })}
      checked={desk.ticked.has(row.id)}
      disabled={!desk.mayTick(row)}
      onChange={() => {
        desk.tick(row);
        onChosen();
      }}
    />
  );
}

function Address({ row, desk }: { readonly row: ToPost; readonly desk: Desk }) {
  const { t } = useTranslation();
  const { counterpart, directory } = row;
  const address = directory && [directory.postcode, directory.address].filter((part) => part !== '').join(' ');
  return (
    <>
      {counterpart.name} <span className="soft small number">{counterpart.areaCode}</span>
      <div className="soft small">{address === undefined || address === '' ? t('post.noAddress') : address}</div>
      {directory?.channel === 'platform' && <OverPlatform row={row} desk={desk} />}
    </>
  );
}
