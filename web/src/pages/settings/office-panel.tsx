import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { OutcomeNotice, type Outcome } from '../../components/outcome.tsx';
import { Panel } from '../../components/panel.tsx';
import { formatWeekday } from '../../format/day.ts';
import { Pairs } from '../../components/pairs.tsx';
import { OfficeDialog } from './office-dialog.tsx';

type Office = Schemas['Office'];

/** What stands on every notice of the office, and when it gives notice. */
export function OfficePanel() {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/office', {});
  const [changing, setChanging] = useState<Office>();
  const [outcome, setOutcome] = useState<Outcome>();
  const ask = (office: Office) => {
    setOutcome(undefined);
    setChanging(office);
  };
  const change = may('changeSettings') && query.data && (
    <Button size="small" onClick={() => ask(query.data)}>
      {t('settings.change')}
    </Button>
  );
  return (
    <Panel title={t('settings.office')} aside={change}>
      <div className="stack tight">
        <OutcomeNotice outcome={outcome} />
        <Loaded query={query} lines={5}>
          {(office) => <OfficeFacts office={office} />}
        </Loaded>
      </div>
      {changing && <OfficeDialog office={changing} onClose={() => setChanging(undefined)} onSent={setOutcome} />}
    </Panel>
  );
}

function OfficeFacts({ office }: { readonly office: Office }) {
  const { t, i18n } = useTranslation();
  const { name, areaCode, telephone, opensAt, closesAt, noticeMode, noticeWeekday, noticeTo, smsPrefixes } = office;
  return (
    <Pairs
      pairs={[
        [t('settings.officeName'), name],
        [t('settings.areaCode'), areaCode],
        [t('settings.officeTelephone'), telephone],
        [t('settings.hours'), `${opensAt} – ${closesAt}`],
        [
          t('settings.noticeMode'),
          noticeMode === 'atOnce'
            ? t('noticeModes.atOnce')
            : t('settings.weeklyOn', { day: formatWeekday(noticeWeekday, i18n.language) }),
        ],
        [t('settings.noticeTo'), t(`noticeTo.${noticeTo}`)],
        [t('settings.smsPrefixes'), smsPrefixes.join(', ') || t('settings.noPrefixes')],
      ]}
    />
  );
}
