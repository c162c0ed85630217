import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { SettleDialog } from '../../components/settle-dialog.tsx';
import { knownText } from '../../i18n/known-text.ts';

type Difference = Schemas['PlatformDifference'];

export function DifferenceTable({ rows }: { readonly rows: readonly Difference[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const [settling, setSettling] = useState<Difference>();
  return (
    <>
      <DataTable
        caption={t('platform.differences')}
        rows={rows}
        rowKey={({ id }) => id}
        walkable
        columns={[
          { key: 'kind', title: t('common.columns.kind'), render: (row) => <Kind {...row} /> },
          {
            key: 'serial',
            title: t('platform.serial'),
            render: ({ serial }) => <span className="number">{serial}</span>,
          },
          { key: 'caseNo', title: t('common.columns.caseNo'), render: (row) => <CaseNo {...row} /> },
          {
            key: 'counterpart',
            title: t('platform.counterpart'),
            render: ({ counterpart, areaCode }) => counterpart ?? <span className="number">{areaCode}</span>,
          },
          { key: 'theirs', title: t('platform.theirs'), render: ({ theirs }) => said(theirs) },
          { key: 'ours', title: t('platform.ours'), render: ({ ours }) => said(ours) },
          {
            key: 'since',
            title: t('common.columns.since'),
            render: ({ firstOn }) => <span className="number">{firstOn}</span>,
          },
          { key: 'owner', title: t('platform.owner'), render: ({ owner }) => owner.displayName },
          {
            key: 'settle',
            title: t('platform.settled'),
            render: (row) =>
              row.settledAt === null && may('closeTask') ? (
                <Button
                  size="small"
                  aria-label={`${t('platform.settle')} ${row.serial ?? row.caseNo ?? ''}`}
                  onClick={() => setSettling(row)}
                >
                  {t('platform.settle')}
                </Button>
              ) : (
                row.note
              ),
          },
        ]}
      />
      {settling && <Settling {...settling} onClose={() => setSettling(undefined)} />}
    </>
  );
}

function Settling({ id, kind, onClose }: Pick<Difference, 'id' | 'kind'> & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SettleDialog
      name="platformDifference"
      differenceId={id}
      title={t(`platform.kinds.${kind}`)}
      okText={t('platform.settle')}
      label={t('platform.note')}
      send={async (body) =>
        bodyOf(await client.POST('/platform-differences/{id}/settling', { params: { path: { id } }, body }))
      }
      onClose={onClose}
    />
  );
}

function Kind({ kind, direction, settledAt }: Difference) {
  const { t } = useTranslation();
  return (
    <>
      <span className={settledAt === null ? 'badge warn' : 'badge'}>{t(`platform.kinds.${kind}`)}</span>
      <div className="soft small">{t(`platform.directions.${direction}`)}</div>
    </>
  );
}

/** A status in words; a number or a day as it is. */
const said = (what: string | null): string => (what === null ? '–' : (knownText(`platform.statuses.${what}`) ?? what));
