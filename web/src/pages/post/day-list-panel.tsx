import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchButton } from '../../documents/batch-button.tsx';
import { EnvelopesButton } from '../../documents/envelopes-button.tsx';
import { PrintedOfDay } from '../../documents/printed-of-day.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DayField } from '../../components/day-field.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { More } from '../../components/more-button.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { useMay, useOfficeDate } from '../../api/queries.ts';
import type { PostSearch } from '../../search-params.ts';
import { asCells, inOrder } from './day-list.ts';
import { letterColumns } from './letter-columns.tsx';
import { useLetters, type MailItem } from './use-letters.ts';

/** The letters of a day, to be keyed into the national platform: as a table, to copy, as CSV. */
export function DayListPanel({ search }: { readonly search: PostSearch }) {
  const { t } = useTranslation();
  const may = useMay();
  const today = useOfficeDate();
  const day = search.day ?? today;
  if (day === undefined) return null;
  const csv = `/letters?${new URLSearchParams({ postedOn: day, channel: 'ems', format: 'csv' }).toString()}`;
  return (
    <Panel
      title={t('post.dayList')}
      aside={
        <a href={csv} download className="no-print">
          {t('post.csv')}
        </a>
      }
    >
      <div className="stack tight">
        <DayChoice search={search} day={day} today={today} />
        {may('printBatch') && (
          <div className="row no-print">
            <BatchButton day={day} />
            <EnvelopesButton kind="emsSheet" input={{ postedOn: day }} />
          </div>
        )}
        <PrintedOfDay day={day} kinds={['addressLabels', 'emsSheet']} />
        <Letters key={day} day={day} />
      </div>
    </Panel>
  );
}

interface DayChoiceProps {
  readonly search: PostSearch;
  readonly day: string;
  readonly today: string | undefined;
}

function DayChoice({ search: { day: _, ...search }, day, today }: DayChoiceProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  return (
    <div className="row no-print">
      <label htmlFor={id}>{t('transfer.letters.posted')}</label>
      <DayField
        id={id}
        value={day}
        max={today}
        onChange={(chosen) =>
          void navigate({
            to: '/post',
            search: chosen === undefined || chosen === today ? search : { ...search, day: chosen },
            replace: true,
          })
        }
      />
    </div>
  );
}

function Letters({ day }: { readonly day: string }) {
  const { t } = useTranslation();
  const query = useLetters({ postedOn: day, channel: 'ems', limit: 200 });
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const rows = inOrder(pages.flatMap(({ items }) => items));
        if (rows.length === 0) return <Empty>{t('post.nothingOfDay')}</Empty>;
        return (
          <>
            <DataTable
              caption={t('post.dayList')}
              rows={rows}
              rowKey={({ id }) => id}
              walkable
              columns={letterColumns(t, 'caseNo', 'counterpart', 'letterNo', 'waybill', 'postedOn')}
            />
            <div className="row no-print">
              <More shown={rows.length} query={query} />
              <Copy rows={rows} />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

/** Browsers let a page write to the clipboard only over https or on its own machine; elsewhere the CSV is there. */
function Copy({ rows }: { readonly rows: readonly MailItem[] }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(0);

  if (navigator.clipboard === undefined) return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => void navigator.clipboard.writeText(asCells(rows)).then(() => setCopied(rows.length))}
      >
        {t('post.copy')}
      </Button>
      <span role="status" className="soft small">
        {copied > 0 && t('post.copied', { count: copied })}
      </span>
    </>
  );
}
