import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { More } from '../../components/more-button.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { useLetters, type LetterQuestion, type MailItem } from './use-letters.ts';

interface LetterListProps {
  readonly title: string;
  readonly nothing: string;
  readonly question: LetterQuestion;
  readonly columns: readonly Column<MailItem>[];
}

/** A panel of letters, with how many there are in all. */
export function LetterList({ title, nothing, question, columns }: LetterListProps) {
  const { t } = useTranslation();
  const query = useLetters(question);
  const count = query.data?.pages[0]?.count;
  return (
    <Panel
      title={title}
      aside={
        <>
          {count !== undefined && <span className="soft small">{t('post.letters', { count })}</span>}
          <ExportButton what="listLetters" query={{ ...question }} />
        </>
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty>{nothing}</Empty>;
          return (
            <>
              <DataTable caption={title} rows={rows} rowKey={({ id }) => id} walkable columns={columns} />
              {query.hasNextPage && <More shown={rows.length} query={query} />}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
