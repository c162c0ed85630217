/** Texts of the notices: office, short code, date, telephone — nothing that tells whose they are. */
import { DEFAULT_TEMPLATES, fillTemplate, templateLanguage } from './template.ts';

export type NoticeKind = 'acceptance' | 'completion' | 'contactChanged';
/** `formerNumber`: whoever has the number that a person had, or never had. */
export type NoticeRecipient = 'person' | 'agent' | 'formerNumber';

export interface NoticeFacts {
  readonly kind: NoticeKind;
  readonly recipient: NoticeRecipient;
  readonly language: string;
  readonly officeName: string;
  readonly statusCode: string;
  /** Day of the acceptance or of the booking. */
  readonly day: string;
  readonly telephone: string;
}

/** @param template the office's own, in the language that the recipient is written to; absent: ours */
export function noticeText(facts: NoticeFacts, template?: string | null): string {
  const language = templateLanguage(facts.language);
  const kind = facts.recipient === 'formerNumber' ? 'formerNumber' : facts.kind;
  return fillTemplate(language, template ?? DEFAULT_TEMPLATES[language][kind], facts);
}
