import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import type { Schemas, TransferDetail } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { AddPaper } from '../transfer/papers-panel.tsx';
import { PaperView } from './paper-view.tsx';

type Paper = Schemas['Paper'];

/** The papers of the transfer, that of the form first; its place is as large without one. */
export function PaperPane({ transfer: { id, papers } }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [chosen, choose] = useState<string>();
  const paper = papers.find((one) => one.id === chosen) ?? likely(papers);
  const add = may('addPaper') && <AddPaper transferId={id} kind={t('transfer.papers.suggestions.infoForm')} />;
  return (
    <Panel title={t('entry.paper.title')} className="paper-pane">
      {papers.length > 1 && (
        <div className="paper-tabs" role="group" aria-label={t('transfer.papers.title')}>
          {papers.map((one) => (
            <button key={one.id} type="button" aria-pressed={one === paper} onClick={() => choose(one.id)}>
              {one.kind}
            </button>
          ))}
        </div>
      )}
      {paper ? (
        <PaperView key={paper.id} paper={paper} address={`/transfers/${id}/papers/${paper.id}`} />
      ) : (
        <div className="paper-view none">
          <p>{t('entry.paper.none')}</p>
          {add}
        </div>
      )}
      {paper && add && (
        <details className="add-paper">
          <summary>{t('transfer.papers.add')}</summary>
          {add}
        </details>
      )}
    </Panel>
  );
}

const OF_FORM = /信息表|info form/i;

/** The newest that is called an info form, else the newest. */
const likely = (papers: readonly Paper[]): Paper | undefined =>
  papers.findLast(({ kind }) => OF_FORM.test(kind)) ?? papers.at(-1);
