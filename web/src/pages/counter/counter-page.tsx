import { Button } from 'antd';
import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { FoundList } from '../../persons/found-list.tsx';
import { useFinding } from '../../persons/use-finding.ts';
import './counter.css';

/** Somebody stands at the counter: one box for whatever they say or show, and who that is. */
export function CounterPage() {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<Schemas['Found']>();
  const search = useFinding((answer) => {
    setFound(answer);
    // Nothing to go on to: the next number is typed over this one.
    if (answer.persons.length === 0) input.current?.select();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    setFound(undefined);
    search.mutate(text.trim());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    results.current?.querySelector('a')?.focus();
  };
  const backToBox = (): void => input.current?.select();
  return (
    <Page title={t('counter.title')}>
      <div className="stack">
        <form role="search" aria-label={t('counter.title')} className="counter no-print" onSubmit={submit}>
          <label htmlFor={id}>{t('counter.label')}</label>
          <div className="row">
            <input
              id={id}
              ref={input}
              type="text"
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKey}
              aria-describedby={`${id}-hint`}
              autoComplete="off"
              spellCheck={false}
              maxLength={100}
              // The page is this one field.
              autoFocus
            />
            <Button htmlType="submit" type="primary" size="large" loading={search.isPending}>
              {t('layout.search.button')}
            </Button>
          </div>
          <p id={`${id}-hint`} className="soft small">
            {t('counter.hint')} {t('layout.search.recorded')}
          </p>
        </form>
        <div role="status">{found && <HowMany count={found.persons.length} />}</div>
        {search.error !== null && <ProblemNotice error={search.error} />}
        {found && (
          <div ref={results}>
            <FoundList found={found} onBack={backToBox} />
          </div>
        )}
      </div>
    </Page>
  );
}

function HowMany({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  if (count === 0) return <p>{t('counter.found.none')}</p>;
  return <p className="soft">{count === 1 ? t('counter.found.one') : t('counter.found.other', { count })}</p>;
}
