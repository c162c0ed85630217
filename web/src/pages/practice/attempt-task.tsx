import { Link } from '@tanstack/react-router';
import { Button, Input, Radio } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { foldDigits, foldNumber } from '../../../../domain/folded-text.ts';
import { Pairs, type Pair } from '../../components/pairs.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { knownText } from '../../i18n/known-text.ts';
import { useFinish, type Attempt } from './use-exercises.ts';

/** What is given, where it is done, what is asked, and that it is done. */
export function AttemptTask({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const { id, exercise, asks } = attempt;
  const [answer, setAnswer] = useState('');
  const finish = useFinish(id);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // As keyboards of other writings have digits of their own.
    finish.mutate(asks === 'option' ? answer : foldNumber(foldDigits(answer)));
  };
  return (
    <form className="stack tight" onSubmit={submit}>
      <Pairs pairs={useGiven(attempt)} />
      {asks === 'option' && <Options attempt={attempt} value={answer} onChange={setAnswer} />}
      {(asks === 'caseNo' || asks === 'row') && <Typed asks={asks} value={answer} onChange={setAnswer} />}
      {finish.error && <ProblemNotice error={finish.error} />}
      <p>
        <Button
          type="primary"
          htmlType="submit"
          loading={finish.isPending}
          aria-label={`${t('practice.done')}: ${t(`practice.exercises.${exercise}.title`)}`}
        >
          {t('practice.done')}
        </Button>
      </p>
    </form>
  );
}

function useGiven({ given, cases, creditSerial }: Attempt): readonly Pair[] {
  const { t } = useTranslation();
  return [
    ...given.map(({ what, value }): Pair => [t(`practice.given.${what}`), <bdi key={what}>{value}</bdi>]),
    ...cases.map(({ transferId, caseNo }, index): Pair => {
      const label = cases.length > 1 ? `${t('practice.case')} ${String(index + 1)}` : t('practice.case');
      return [
        label,
        <Link key={transferId} to="/transfers/$id" params={{ id: transferId }} className="number">
          {caseNo}
        </Link>,
      ];
    }),
    ...(creditSerial === null
      ? []
      : [
          [
            t('practice.credit'),
            <>
              <bdi>{creditSerial}</bdi> · <Link to="/bank/waiting">{t('practice.toMoney')}</Link>
            </>,
          ] as const,
        ]),
  ];
}

interface AnswerProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Options({ attempt, value, onChange }: AnswerProps & { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="options" aria-labelledby={id}>
      <legend id={id} className="soft small">
        {t('practice.answer.option')}
      </legend>
      <Radio.Group
        aria-labelledby={id}
        name={`answer-${attempt.id}`}
        value={value}
        onChange={({ target }) => onChange(String(target.value))}
      >
        {attempt.options.map((option) => (
          <Radio key={option} value={option}>
            {knownText(`practice.options.${option}`) ?? option}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}

function Typed({ asks, value, onChange }: AnswerProps & { readonly asks: 'caseNo' | 'row' }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <p>
      <label htmlFor={id} className="soft small">
        {t(`practice.answer.${asks}`)}
      </label>
      <Input
        id={id}
        value={value}
        maxLength={40}
        autoComplete="off"
        inputMode={asks === 'row' ? 'numeric' : 'text'}
        onChange={({ target }) => onChange(target.value)}
      />
    </p>
  );
}
