import { Input, type FormInstance } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCardFormat, USUAL_CARD_FORMAT, type ReadCard } from '../../../../domain/persons/card-line.ts';
import type { AcceptValues } from './accept-values.ts';
import { useCardReader } from './use-card-reader.ts';

/** The reader stands at this desk, and so does what it is set to. */
const KEPT = 'baton.cardFormat';

interface CardReaderProps {
  readonly form: FormInstance<AcceptValues>;
  readonly isOn: boolean;
  readonly onRead: (part: object) => void;
}

/** Fills what a card says, and says that it has. */
export function CardReader({ form, isOn, onRead }: CardReaderProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(() => localStorage.getItem(KEPT) ?? USUAL_CARD_FORMAT);
  const [name, setName] = useState('');
  const format = useMemo(() => readCardFormat(text), [text]);
  useCardReader(isOn ? format : undefined, ({ idNumber, ...more }: ReadCard) => {
    const person = { ...more, idNumber };
    form.setFieldsValue({ person });
    form.setFields([{ name: ['person', 'idNumber'], errors: [] }]);
    setName(more.name ?? idNumber.slice(-4));
    onRead({ person });
  });
  return (
    <>
      <p role="status" className="identity">
        {name !== '' && t('accept.card.read', { name })}
      </p>
      <details className="panel">
        <summary>{t('accept.card.title')}</summary>
        <div className="stack tight">
          <p>{t('accept.card.text')}</p>
          <label htmlFor={id}>{t('accept.card.format')}</label>
          <Input
            id={id}
            value={text}
            maxLength={200}
            spellCheck={false}
            aria-describedby={`${id}-hint`}
            {...(!format && { status: 'error', 'aria-invalid': true })}
            onChange={({ target }) => {
              setText(target.value);
              if (readCardFormat(target.value)) localStorage.setItem(KEPT, target.value);
            }}
          />
          <p id={`${id}-hint`} className="soft small">
            {t(format ? 'accept.card.formatHint' : 'accept.card.badFormat')}
          </p>
        </div>
      </details>
    </>
  );
}
