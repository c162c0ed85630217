/** Texts of the notices: office, short code, date, telephone — nothing that tells whose they are. */

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

type Text = (facts: NoticeFacts) => string;

const TEXTS: Record<string, Record<NoticeKind | 'formerNumber', Text>> = {
  'zh-CN': {
    acceptance: ({ officeName, statusCode, day, telephone }) =>
      `【${officeName}】养老保险关系转移申请已于${day}受理，查询码${statusCode}，电话${telephone}。`,
    completion: ({ officeName, statusCode, day, telephone }) =>
      `【${officeName}】养老保险关系转移已于${day}办结，查询码${statusCode}，电话${telephone}。`,
    contactChanged: ({ officeName, statusCode, telephone }) =>
      `【${officeName}】您的联系电话已更正，今后通知发至本号码，查询码${statusCode}，电话${telephone}。`,
    formerNumber: ({ officeName, telephone }) =>
      `【${officeName}】本号码不再接收我中心的通知；此前如有误发，请忽略并删除。电话${telephone}。`,
  },
  en: {
    acceptance: ({ officeName, statusCode, day, telephone }) =>
      `[${officeName}] Your pension transfer was accepted on ${day}. Code ${statusCode}, telephone ${telephone}.`,
    completion: ({ officeName, statusCode, day, telephone }) =>
      `[${officeName}] Your pension transfer was completed on ${day}. Code ${statusCode}, telephone ${telephone}.`,
    contactChanged: ({ officeName, statusCode, telephone }) =>
      `[${officeName}] Your telephone number was corrected; notices come to this one. Code ${statusCode}, telephone ${telephone}.`,
    formerNumber: ({ officeName, telephone }) =>
      `[${officeName}] This number gets no more notices from us; please delete what came by mistake. Telephone ${telephone}.`,
  },
};

export function noticeText(facts: NoticeFacts): string {
  const texts = TEXTS[facts.language] ?? TEXTS['zh-CN']!;
  return texts[facts.recipient === 'formerNumber' ? 'formerNumber' : facts.kind](facts);
}
