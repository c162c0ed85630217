import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { Pairs } from '../../components/pairs.tsx';
import { Count } from '../../components/time.tsx';

const RESULTS = ['accepted', 'changed', 'unchanged', 'refused'] as const;

/** How far a file has come, and how many of its lines are good. */
export function UnderWay({ file }: { readonly file: Schemas['Import'] }) {
  const { t } = useTranslation();
  const { kind, state, linesDone, linesTotal } = file;
  const said =
    state === 'waiting' ? t('imports.waitsForOthers') : t('imports.progress', { done: linesDone, total: linesTotal });
  return (
    <Panel title={t('imports.underWay', { kind: t(`importKinds.${kind}`) })}>
      <div className="stack tight">
        <label>
          <span className="soft small">{said}</span>
          <br />
          <progress {...(state === 'running' && { value: linesDone, max: Math.max(1, linesTotal) })} />
        </label>
        <Pairs
          pairs={RESULTS.map((result) => [t(`imports.results.${result}`), <Count key={result} of={file[result]} />])}
        />
      </div>
    </Panel>
  );
}
