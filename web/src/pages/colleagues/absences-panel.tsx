import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { useBegun } from '../../forms/use-begun.ts';
import { ABSENCE, AbsenceDialog } from './absence-dialog.tsx';
import { AbsenceTable } from './absence-table.tsx';
import { EndDialog } from './end-dialog.tsx';

type Absence = Schemas['Absence'];

/** Who is away now, and who has booked it ahead; who stands in. */
export function AbsencesPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const query = api.useQuery('get', '/absences', {});
  const [adding, setAdding] = useState(() => begun.isOpen(ABSENCE.name, ABSENCE.subject));
  const [ending, setEnding] = useState<Absence>();
  const [done, setDone] = useState<'added' | 'ended'>();
  const add = may('changeAbsences') && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('colleagues.absences.add')}
    </Button>
  );
  return (
    <Panel title={t('colleagues.absences.title')} aside={add}>
      <div role="status">{done && <p className="verdict good">{t(`colleagues.absences.${done}`)}</p>}</div>
      <Loaded query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('colleagues.absences.none')}</Empty>
          ) : (
            <AbsenceTable rows={items} {...(may('changeAbsences') && { onEnd: setEnding })} />
          )
        }
      </Loaded>
      {adding && <AbsenceDialog onClose={() => setAdding(false)} onSent={() => setDone('added')} />}
      {ending && <EndDialog absence={ending} onClose={() => setEnding(undefined)} onSent={() => setDone('ended')} />}
    </Panel>
  );
}
