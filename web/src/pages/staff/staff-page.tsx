import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { OutcomeNotice, type Outcome } from '../../components/outcome.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ToldOnce } from '../../components/told-once.tsx';
import { AddDialog } from './add-dialog.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { StaffTable } from './staff-table.tsx';
import { useColleagues, type Colleague } from './use-colleagues.ts';

type Asking = { readonly what: 'add' } | { readonly what: 'change' | 'password'; readonly staff: Colleague };

/** Who works here and may do what. A manager reads it, an administrator changes it. */
export function StaffPage() {
  const { t } = useTranslation();
  const may = useMay();
  const query = useColleagues();
  const [asking, setAsking] = useState<Asking>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [password, setPassword] = useState<string>();
  const ask = (next: Asking) => {
    setOutcome(undefined);
    setAsking(next);
  };
  const answers = { onClose: () => setAsking(undefined), onSent: setOutcome };
  const add = may('changeStaff') && (
    <Button type="primary" onClick={() => ask({ what: 'add' })}>
      {t('staff.add')}
    </Button>
  );
  return (
    <Page title={t('staff.title')} aside={add}>
      <div className="stack tight">
        <OutcomeNotice outcome={outcome} />
        <Panel title={t('staff.accounts')} aside={<ExportButton what="listStaff" />}>
          <Loaded query={query} lines={6}>
            {(rows) =>
              rows.length === 0 ? (
                <Empty>{t('staff.nobody')}</Empty>
              ) : (
                <StaffTable
                  rows={rows}
                  onChange={(staff) => ask({ what: 'change', staff })}
                  onPassword={(staff) => ask({ what: 'password', staff })}
                />
              )
            }
          </Loaded>
        </Panel>
      </div>
      {asking?.what === 'add' && <AddDialog {...answers} />}
      {asking?.what === 'change' && <ChangeDialog staff={asking.staff} {...answers} />}
      {asking?.what === 'password' && <PasswordDialog staff={asking.staff} {...answers} onPassword={setPassword} />}
      {password !== undefined && (
        <ToldOnce text={t('staff.onceText')} values={[password]} onClose={() => setPassword(undefined)} />
      )}
    </Page>
  );
}
