/** Messages of the office without a ledger: one worded anew, one that comes, the others as they came with the program. */
import type { components } from '../../api/contract.generated.ts';
import { DEFAULT_TEMPLATES, TEMPLATE_KINDS, TEMPLATE_LANGUAGES } from '../../domain/notices/template.ts';
import { CLERK } from './mock-office.ts';

type Templates = components['schemas']['MessageTemplates'];

const version = (text: string, fromDay: string) => ({
  text,
  isStandard: false,
  fromDay,
  changedBy: CLERK,
  changedAt: `${fromDay}T01:00:00Z`,
});

export const messageTemplates: Templates = {
  items: TEMPLATE_KINDS.flatMap((kind) =>
    TEMPLATE_LANGUAGES.map((language) => {
      const standard = DEFAULT_TEMPLATES[language][kind];
      const isOwn = kind === 'acceptance' && language === 'zh-CN';
      return {
        kind,
        language,
        standard,
        now: isOwn ? version(`${standard}请妥善保存。`, '2026-05-01') : null,
        ahead: isOwn ? [version(`${standard}如有疑问请来电。`, '2026-07-01')] : [],
      };
    }),
  ),
};

export const officeDetails: components['schemas']['Office'] = {
  areaCode: '110102',
  name: '西城区社会保险经办中心',
  telephone: '010-5550 0000',
  opensAt: '09:00',
  closesAt: '17:00',
  noticeMode: 'weekly',
  noticeWeekday: 5,
  noticeTo: 'both',
  smsPrefixes: [],
};
