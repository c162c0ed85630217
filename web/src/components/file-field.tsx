import { useId, useState, type ChangeEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

interface FileFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly accept: string;
}

/** A file input in our own words: the browser's speak the language of the browser. */
export function FileField({ field, label, accept }: FileFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const note = (event: ChangeEvent<HTMLInputElement>): void => setName(event.target.files?.[0]?.name ?? '');
  return (
    <div className="file-field">
      <label htmlFor={id} className="soft small">
        {label}
      </label>
      <div className="row">
        <input ref={field} id={id} type="file" className="unseen" accept={accept} required onChange={note} />
        <label htmlFor={id} className="choose" aria-hidden="true">
          {t('common.chooseFile')}
        </label>
        <span className="small">{name === '' ? t('common.noFile') : name}</span>
      </div>
    </div>
  );
}
