import { Button } from 'antd';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { Pairs } from '../../components/pairs.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useFocusHere } from '../../components/use-focus-here.ts';
import type { AcceptValues } from './accept-values.ts';
import { useAnswers } from './use-answers.tsx';

interface CheckAnswersProps {
  readonly values: AcceptValues;
  readonly questions: readonly Schemas['AcceptanceQuestion'][];
  /** The line was cut: it can be sent again. */
  readonly error: unknown;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onBack: () => void;
}

/** Everything that was answered, to be read aloud before it counts. Enter accepts, Esc goes back to the fields. */
export function CheckAnswers({ values, questions, error, busy, onAccept, onBack }: CheckAnswersProps) {
  const { t } = useTranslation();
  const groups = useAnswers(values);
  const page = useFocusHere();
  const left = useRef(false);
  const press = (event: KeyboardEvent): void => {
    // A key that is still held down from the form is no answer either.
    if (event.repeat || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.target === page.current) onAccept();
    if (event.key === 'Escape' && !busy && !left.current) {
      left.current = true;
      onBack();
    }
  };
  return (
    <article
      ref={page}
      tabIndex={-1}
      className="stack accept check"
      aria-label={t('accept.check.title')}
      onKeyDown={press}
    >
      <p>{t('accept.check.text')}</p>
      {error !== undefined && <ProblemNotice error={error} />}
      {questions.length > 0 && (
        <Notice kind="warning" title={t('accept.slip.ask')}>
          <ul>
            {questions.map((question) => (
              <li key={question}>{t(`accept.question.${question}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {groups.map(({ title, pairs }) => (
        <Panel key={title} title={title}>
          <Pairs pairs={pairs} />
        </Panel>
      ))}
      <div className="row">
        <Button
          type="primary"
          size="large"
          loading={busy}
          onClick={({ detail }) => {
            // The second click of a double one was meant for the button that stood here before.
            if (detail < 2) onAccept();
          }}
        >
          {t('accept.button')}
        </Button>
        <Button size="large" disabled={busy} onClick={onBack}>
          {t('accept.check.back')}
        </Button>
        <span className="soft small">{t('accept.check.keys')}</span>
      </div>
    </article>
  );
}
