import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { AttemptTask } from './attempt-task.tsx';
import { ResultList } from './result-list.tsx';
import { useBegin, type Exercise } from './use-exercises.ts';

/** One exercise: begun on a fresh case, done, explained. */
export function ExercisePanel({ exercise }: { readonly exercise: Exercise }) {
  const { t } = useTranslation();
  const { key, last, best } = exercise;
  const begin = useBegin(key);
  const told = useFocusWhenFinished(last?.state);
  return (
    <Panel
      title={t(`practice.exercises.${key}.title`)}
      aside={best !== null && <span className="soft small">{t('practice.best', { best })}</span>}
    >
      <div className="stack tight practice">
        <p>{t(`practice.exercises.${key}.task`)}</p>
        <div role="status" ref={told} tabIndex={-1}>
          {last?.state === 'wanted' && <p className="soft">{t('practice.beingMade')}</p>}
          {last?.result && <ResultList result={last.result} />}
        </div>
        {last?.state === 'ready' && <AttemptTask key={last.id} attempt={last} />}
        {begin.error && <ProblemNotice error={begin.error} />}
        {last?.state !== 'wanted' && (
          <p>
            <Button
              type={last ? 'default' : 'primary'}
              loading={begin.isPending}
              aria-label={`${t(last ? 'practice.again' : 'practice.begin')}: ${t(`practice.exercises.${key}.title`)}`}
              onClick={() => begin.mutate()}
            >
              {t(last ? 'practice.again' : 'practice.begin')}
            </Button>
          </p>
        )}
      </div>
    </Panel>
  );
}

/** The button that was pressed gives way to what comes of it: the focus goes there. */
function useFocusWhenFinished(state: string | undefined) {
  const told = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    const isNew = before.current !== undefined && before.current !== state && state === 'finished';
    before.current = state;
    if (isNew) told.current?.focus();
  }, [state]);
  return told;
}
