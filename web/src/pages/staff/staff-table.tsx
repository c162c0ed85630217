import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../api/queries.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Day } from '../../components/time.tsx';
import type { Colleague } from './use-colleagues.ts';

interface StaffTableProps {
  readonly rows: readonly Colleague[];
  readonly onChange: (colleague: Colleague) => void;
  readonly onPassword: (colleague: Colleague) => void;
}

export function StaffTable({ rows, onChange, onPassword }: StaffTableProps) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMe();
  const actions: Column<Colleague> = {
    key: 'actions',
    title: t('staff.actions'),
    render: (one) => (
      <span className="row">
        <Button size="small" aria-label={t('staff.changeOf', { name: one.displayName })} onClick={() => onChange(one)}>
          {t('staff.change')}
        </Button>
        {one.id !== me.id && (
          <Button
            size="small"
            aria-label={t('staff.passwordOf', { name: one.displayName })}
            onClick={() => onPassword(one)}
          >
            {t('staff.password')}
          </Button>
        )}
      </span>
    ),
  };
  return (
    <DataTable
      caption={t('staff.accounts')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: t('staff.name'), render: (one) => <Name {...one} /> },
        { key: 'post', title: t('staff.post'), render: ({ post }) => post || '–' },
        { key: 'telephone', title: t('staff.telephone'), render: ({ telephone }) => telephone || '–' },
        { key: 'roles', title: t('staff.roles'), render: (one) => <Roles {...one} /> },
        { key: 'away', title: t('staff.away'), render: (one) => <Away {...one} /> },
        { key: 'state', title: t('common.columns.state'), render: ({ active }) => <State active={active} /> },
        ...(may('changeStaff') ? [actions] : []),
      ]}
    />
  );
}

function Name({ displayName, username }: Colleague) {
  return (
    <>
      {displayName}
      <div className="soft small">{username}</div>
    </>
  );
}

function Roles({ roles }: Colleague) {
  const { t } = useTranslation();
  if (roles.length === 0) return <span className="soft">{t('staff.noRoles')}</span>;
  return (
    <span className="row">
      {roles.map((role) => (
        <span key={role} className="badge" title={t(`roleTasks.${role}`)}>
          {t(`roles.${role}`)}
        </span>
      ))}
    </span>
  );
}

function Away({ absent, awayUntil }: Colleague) {
  const { t } = useTranslation();
  if (awayUntil !== undefined) return <Day on={awayUntil} />;
  return <>{absent ? t('staff.awayOpen') : '–'}</>;
}

function State({ active }: { readonly active: boolean }) {
  const { t } = useTranslation();
  return active ? <>{t('staff.isActive')}</> : <span className="badge warn">{t('staff.isClosed')}</span>;
}
