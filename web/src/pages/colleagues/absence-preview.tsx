import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Due } from '../../components/time.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';

type Preview = Schemas['AbsencePreview'];
type Item = Preview['items'][number];
type Receiver = Preview['receivers'][number];

interface AbsencePreviewProps {
  readonly asked: Partial<Schemas['NewAbsence']> | undefined;
}

/** What would pass to whom, by the rules that will pass it. */
export function AbsencePreview({ asked }: AbsencePreviewProps) {
  const { t } = useTranslation();
  const { staffId, standInId, fromDay, untilDay } = asked ?? {};
  const known = staffId !== undefined && fromDay !== undefined;
  const query = {
    staffId: staffId ?? '',
    fromDay: fromDay ?? '',
    ...(standInId !== undefined && { standInId }),
    ...(untilDay !== undefined && { untilDay }),
  };
  const { data } = api.useQuery('get', '/absences/preview', { params: { query } }, { enabled: known, retry: false });
  return (
    <section aria-live="polite" className="absence-preview">
      <h3>{t('colleagues.preview.title')}</h3>
      {!known || !data ? <p className="soft">{t('colleagues.preview.choose')}</p> : <Told preview={data} />}
    </section>
  );
}

function Told({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { deputy, stewarded, count, receivers, items } = preview;
  return (
    <div className="stack tight">
      {count === 0 && <p>{t('colleagues.preview.nothing')}</p>}
      <ul className="plain-list">
        {receivers.map((receiver) => (
          <li key={`${receiver.to?.id ?? ''} ${String(receiver.managerHolds)}`}>
            <ReceiverLine {...receiver} />
          </li>
        ))}
        {stewarded > 0 && (
          <li>
            {deputy
              ? t('colleagues.preview.deputy', { name: deputy.displayName, count: stewarded })
              : t('colleagues.preview.noDeputy', { count: stewarded })}
          </li>
        )}
      </ul>
      {items.length > 0 && <Moves items={items} />}
      {count > items.length && <p className="soft">{t('colleagues.preview.more', { count, shown: items.length })}</p>}
    </div>
  );
}

function ReceiverLine({ to, managerHolds, steps, tasks, money }: Receiver) {
  const { t } = useTranslation();
  const much = t('colleagues.preview.much', { steps, tasks, money });
  if (to === null) return <strong>{t('colleagues.preview.stays', { much })}</strong>;
  return (
    <>
      {t('colleagues.preview.gets', { name: to.displayName, much })}{' '}
      {managerHolds && <span className="badge warn">{t('colleagues.preview.managerHolds')}</span>}
    </>
  );
}

function Moves({ items }: { readonly items: readonly Item[] }) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const what = ({ kind, step, taskKind }: Item): string => {
    if (step !== null) return words.step(step);
    return taskKind === null ? t(`colleagues.preview.kinds.${kind}`) : t(`taskKinds.${taskKind}`);
  };
  return (
    <div className="moves">
      <DataTable
        caption={t('colleagues.preview.title')}
        rows={items.map((item, index) => ({ ...item, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'caseNo', title: t('common.columns.caseNo'), render: ({ caseNo }) => caseNo ?? '–' },
          { key: 'what', title: t('colleagues.preview.what'), render: what },
          {
            key: 'to',
            title: t('myWork.takeOver.to'),
            render: ({ to }) => to?.displayName ?? t('colleagues.preview.nobody'),
          },
          { key: 'due', title: t('common.columns.due'), render: ({ dueOn }) => dueOn !== null && <Due on={dueOn} /> },
        ]}
      />
    </div>
  );
}
