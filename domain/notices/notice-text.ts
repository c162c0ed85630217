/** Texts of the notices: office, short code, date, telephone — nothing that tells whose they are. */

export interface NoticeFacts {
  readonly kind: 'acceptance' | 'completion';
  readonly language: string;
  readonly officeName: string;
  readonly statusCode: string;
  /** Day of the acceptance or of the booking. */
  readonly day: string;
  readonly telephone: string;
}

type Text = (facts: NoticeFacts) => string;

const TEXTS: Record<string, Record<NoticeFacts['kind'], Text>> = {
  'zh-CN': {
    acceptance: ({ officeName, statusCode, day, telephone }) =>
      `【${officeName}】养老保险关系转移申请已于${day}受理，查询码${statusCode}，电话${telephone}。`,
    completion: ({ officeName, statusCode, day, telephone }) =>
      `【${officeName}】养老保险关系转移已于${day}办结，查询码${statusCode}，电话${telephone}。`,
  },
  en: {
    acceptance: ({ officeName, statusCode, day, telephone }) =>
      `[${officeName}] Your pension transfer was accepted on ${day}. Code ${statusCode}, telephone ${telephone}.`,
    completion: ({ officeName, statusCode, day, telephone }) =>
      `[${officeName}] Your pension transfer was completed on ${day}. Code ${statusCode}, telephone ${telephone}.`,
  },
};

export function noticeText(facts: NoticeFacts): string {
  const texts = TEXTS[facts.language] ?? TEXTS['zh-CN']!;
  return texts[facts.kind](facts);
}
