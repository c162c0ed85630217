import { useTranslation } from 'react-i18next';
import { smsLength } from '../../../../domain/notices/sms-segments.ts';
import {
  fillTemplate,
  templateDefects,
  type TemplateDefect,
  type TemplateKind,
  type TemplateLanguage,
} from '../../../../domain/notices/template.ts';
import { useMe, useOfficeDate } from '../../api/queries.ts';

interface MessagePreviewProps {
  readonly kind: TemplateKind;
  readonly language: TemplateLanguage;
  readonly text: string;
}

/** Of nobody: letters that no code has (I, L, O and U are left out of ours). */
const CODE_OF_NOBODY = 'LILOULULOILUL';

/** As a made-up person would read it today; how many messages it is paid as, and all that is wrong with it. */
export function MessagePreview({ kind, language, text }: MessagePreviewProps) {
  const { t } = useTranslation();
  const { office } = useMe();
  const day = useOfficeDate() ?? '';
  const filled = fillTemplate(language, text, {
    officeName: office.name,
    statusCode: CODE_OF_NOBODY,
    day,
    telephone: office.telephone,
  });
  const { alphabet, units, segments } = smsLength(filled);
  const defects = templateDefects(kind, language, text);
  return (
    <section className="message-preview" aria-label={t('messages.preview')}>
      <h3>{t('messages.preview')}</h3>
      <p className="bubble">{filled}</p>
      <p className="soft small" role="status">
        {t('messages.length', { count: segments, units, alphabet: t(`messages.alphabets.${alphabet}`) })}
      </p>
      <div aria-live="polite">
        {defects.length > 0 && (
          <ul className="plain-list">
            {defects.map((defect) => (
              <li key={`${defect.code} ${defect.word ?? ''}`} className="late">
                <DefectText {...defect} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function DefectText({ code, word = '' }: TemplateDefect) {
  const { t } = useTranslation();
  return <>{t(`messages.defects.${code}`, { word: `{${word}}` })}</>;
}
