import { useTranslation } from 'react-i18next';
import { LETTERHEAD_WORDS } from '../../../../domain/official-words/letterhead.ts';
import { useMe } from '../../api/queries.ts';

interface LetterheadSheetProps {
  readonly address: string;
  readonly postcode: string;
  readonly sealText: string;
  readonly image: string | undefined;
}

/** Head, address and place of the seal as they lie on a sheet; in Chinese, as papers are. */
export function LetterheadSheet({ address, postcode, sealText, image }: LetterheadSheetProps) {
  const { t } = useTranslation();
  const { office } = useMe();
  return (
    <section className="letterhead-sheet" aria-label={t('documents.preview')} lang="zh-CN" dir="ltr">
      <header>
        <div>{image && <img className="office-logo" src={image} alt="" />}</div>
        <strong>{office.name}</strong>
        <div />
      </header>
      <p className="small">
        {[
          ...(address ? [LETTERHEAD_WORDS.address, address, postcode, ''] : []),
          LETTERHEAD_WORDS.telephone,
          office.telephone,
        ].join('　')}
      </p>
      <p className="seal">
        {sealText || office.name}
        <br />
        <span className="small soft">{LETTERHEAD_WORDS.sealPlace}</span>
      </p>
    </section>
  );
}
