import { Button } from 'antd';
import { useId, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LARGEST_LOGO_BYTES, logoDefects, logoShape } from '../../../../domain/documents/letterhead.ts';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';

export type OfficeLogo = Schemas['OfficeLogo'];
type Refused = 'tooLarge' | 'noPicture' | 'tooManyPixels';

interface LogoFieldProps {
  /** From the form: the id of a picture that the office has. */
  readonly value?: string | null;
  readonly onChange?: (id: string | null) => void;
  /** As a `data:` address; absent where only its id is known. */
  readonly image: string | undefined;
  readonly onAdded: (logo: OfficeLogo) => void;
}

/** What no paper could bear is said before anything is sent; that a picture is broken only the office can tell. */
export function LogoField({ value = null, onChange, image, onAdded }: LogoFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [refused, setRefused] = useState<Refused>();
  const add = useSending({
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.set('file', file);
      return bodyOf(await client.POST('/office/logos', { body: { file: '' }, bodySerializer: () => body }));
    },
    onSuccess: (logo) => {
      onAdded(logo);
      onChange?.(logo.id);
    },
  });
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (!file) return;
    const why = await refusalOf(file);
    // The same file may be chosen again once it was made smaller.
    target.value = '';
    setRefused(why);
    add.reset();
    if (why === undefined) add.mutate(file);
  };
  return (
    <div className="file-field logo-field">
      <label htmlFor={id}>{t('letterhead.logo')}</label>
      <div className="row">
        {image ? <img className="office-logo" src={image} alt="" /> : value !== null && t('letterhead.chosen')}
        <input
          id={id}
          type="file"
          className="unseen"
          accept="image/png,image/jpeg"
          onChange={(event) => void choose(event)}
        />
        <label htmlFor={id} className="choose" aria-hidden="true">
          {t('common.chooseFile')}
        </label>
        {value !== null && (
          <Button size="small" onClick={() => onChange?.(null)}>
            {t('letterhead.dropLogo')}
          </Button>
        )}
      </div>
      <p className="soft small">{t('letterhead.logoHint')}</p>
      {refused && (
        <p role="alert" className="late">
          {t(`letterhead.refused.${refused}`)}
        </p>
      )}
      {add.isError && <ProblemNotice error={add.error} />}
    </div>
  );
}

/** By the rule that the office goes by; a file that is too large is not even read. */
async function refusalOf(file: File): Promise<Refused | undefined> {
  if (file.size > LARGEST_LOGO_BYTES) return 'tooLarge';
  const shape = logoShape(new Uint8Array(await file.arrayBuffer()));
  if (!shape) return 'noPicture';
  return logoDefects(shape).length > 0 ? 'tooManyPixels' : undefined;
}
