import { Link, useNavigate } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedures } from '../../../api/queries.ts';
import type { Recorded } from '../../../api/record-fact.ts';
import type { NewFactKind, Progress, TransferDetail } from '../../../api/types.ts';
import { Empty, Panel } from '../../../components/panel.tsx';
import { useBegun } from '../../../forms/use-begun.ts';
import { stepOf } from '../../../procedures/lookup.ts';
import { FactDialog } from './lazy-fact-dialog.tsx';
import { isEnding, isGood, NEW_FACT_KINDS, offeredFacts, ON_PAGE } from './fact-rules.ts';
import type { EntrySearch } from '../../../search-params.ts';
import { standingOf } from './standing.ts';

interface FactsPanelProps {
  readonly transfer: TransferDetail;
  readonly progress: Progress;
}

/** The facts that the viewer may record now: what the open step waits for, then what may happen at any time. */
export function FactsPanel({ transfer, progress }: FactsPanelProps) {
  const { t } = useTranslation();
  const begun = useBegun();
  const kinds = begunKinds(begun.forms(transfer.id));
  const [kind, setKind] = useState(() =>
    kinds.find((one) => !ON_PAGE.has(one) && begun.isOpen(`fact/${one}`, transfer.id)),
  );
  const [recorded, setRecorded] = useState<Recorded>();
  const walked = standingOf(useProcedures(), progress);
  // Of the same reading as what is allowed: once a fact is in, the buttons of its step are those of the next one.
  const standing = { ...walked, open: stepOf(walked.procedure, transfer.openStep?.step) };
  const { ofStep, anyTime } = offeredFacts(transfer.allowedFacts, standing);
  const good = ofStep.filter((one) => isGood(one, standing.open));
  const others = kinds.filter((one) => !ofStep.includes(one) && !anyTime.includes(one));
  const show = { transferId: transfer.id, begun: kinds, onChoose: setKind };
  const nothing = ofStep.length + anyTime.length === 0;
  return (
    <Panel title={t('transfer.facts.title')} className="facts-panel no-print">
      <div role="status">{recorded && <RecordedLine recorded={recorded} />}</div>
      {nothing && <Empty>{t(transfer.closedAt === null ? 'transfer.facts.none' : 'transfer.facts.noneClosed')}</Empty>}
      <FactButtons kinds={good} weight="good" {...show} />
      <FactButtons kinds={ofStep.filter((one) => !good.includes(one))} weight="ofStep" {...show} />
      {ofStep.length > 0 && anyTime.length > 0 && <h3>{t('transfer.facts.also')}</h3>}
      <FactButtons kinds={anyTime.filter((one) => !isEnding(one))} weight="anyTime" {...show} />
      <FactButtons kinds={anyTime.filter(isEnding)} weight="ending" {...show} />
      {others.length > 0 && <h3>{t('drafts.others')}</h3>}
      <FactButtons kinds={others} weight="anyTime" {...show} />
      {kind && (
        <FactDialog
          key={kind}
          kind={kind}
          transfer={transfer}
          progress={progress}
          onClose={() => setKind(undefined)}
          onRecorded={setRecorded}
        />
      )}
    </Panel>
  );
}

/** Also of a fact that is offered no more: what was typed can still be read. */
const begunKinds = (forms: readonly string[]): NewFactKind[] =>
  NEW_FACT_KINDS.filter((kind) => forms.includes(`fact/${kind}`));

function RecordedLine({ recorded }: { readonly recorded: Recorded }) {
  const { t } = useTranslation();
  if (!('event' in recorded)) {
    return (
      <p className="verdict">
        {t('facts.proposed')} <Link to="/approvals">{t('layout.approvals')}</Link>
      </p>
    );
  }
  return (
    <p className="verdict good">
      {t('facts.recorded', { what: t(`events.${recorded.event.kind}`) })}
      {recorded.parked && <> {t('facts.parked')}</>}
    </p>
  );
}

/** The page does what the open step wants, unless a form came. */
const searchOf = (kind: NewFactKind): EntrySearch => (kind === 'infoFormReceived' ? { form: 'new' } : {});

/** One stands out: what the step waits for. What ends the transfer is last and quiet. */
const WEIGHTS = {
  good: { type: 'primary' },
  ofStep: { color: 'primary', variant: 'outlined' },
  anyTime: { size: 'small' },
  ending: { size: 'small', type: 'text', danger: true },
} as const satisfies Record<string, ButtonProps>;

interface FactButtonsProps {
  readonly transferId: string;
  readonly kinds: readonly NewFactKind[];
  readonly weight: keyof typeof WEIGHTS;
  /** What was typed and not recorded. */
  readonly begun: readonly NewFactKind[];
  readonly onChoose: (kind: NewFactKind) => void;
}

function FactButtons({ transferId, kinds, weight, begun, onChoose }: FactButtonsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choose = (kind: NewFactKind): void => {
    if (!ON_PAGE.has(kind)) onChoose(kind);
    else void navigate({ to: '/transfers/$id/entry', params: { id: transferId }, search: searchOf(kind) });
  };
  if (kinds.length === 0) return null;
  return (
    <div className="fact-buttons">
      {kinds.map((kind) => (
        <Button key={kind} {...WEIGHTS[weight]} onClick={() => choose(kind)}>
          {begun.includes(kind) ? t('drafts.begun', { what: t(`facts.action.${kind}`) }) : t(`facts.action.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
