/** Messages as the office words them: what must stand in them, what must not, and all that is wrong at once. */
import { describe, expect, test } from 'vitest';
import { noticeText } from '../../../domain/notices/notice-text.ts';
import { smsLength } from '../../../domain/notices/sms-segments.ts';
import {
  DEFAULT_TEMPLATES,
  fillTemplate,
  TEMPLATE_KINDS,
  TEMPLATE_LANGUAGES,
  templateDefects,
} from '../../../domain/notices/template.ts';

const facts = {
  kind: 'acceptance',
  recipient: 'person',
  language: 'zh-CN',
  officeName: '样例中心',
  statusCode: 'K7QF-2M9X-PTR4',
  day: '2026-06-08',
  telephone: '010-66000000',
} as const;

test.each(TEMPLATE_LANGUAGES.flatMap((language) => TEMPLATE_KINDS.map((kind) => [language, kind] as const)))(
  'our own text (%s, %s) has no defect and leaves no brace',
  (language, kind) => {
    const text = DEFAULT_TEMPLATES[language][kind];
    expect(templateDefects(kind, language, text)).toEqual([]);
    expect(fillTemplate(language, text, facts)).not.toMatch(/[{}]/);
  },
);

test.each(TEMPLATE_KINDS)(
  'our own Chinese text (%s) is paid as one message with the name that an office has',
  (kind) => {
    const values = {
      ...facts,
      officeName: '北京市西城区社会保险事业管理中心',
      statusCode: 'K7QF2M9XPTR4A',
      telephone: '0571-66000000',
    };
    expect(smsLength(fillTemplate('zh-CN', DEFAULT_TEMPLATES['zh-CN'][kind], values))).toMatchObject({ segments: 1 });
  },
);

test('our own texts', () => {
  expect(noticeText(facts)).toBe('【样例中心】养老保险转移2026-06-08已受理，查询码K7QF-2M9X-PTR4，电话010-66000000');
  expect(noticeText({ ...facts, language: 'en', kind: 'completion' })).toBe(
    '[样例中心] Your pension transfer was completed on 2026-06-08. Code K7QF-2M9X-PTR4, telephone 010-66000000.',
  );
  expect(noticeText({ ...facts, recipient: 'formerNumber', kind: 'contactChanged' })).toBe(
    '【样例中心】本号码不再接收我中心的通知；此前如有误发，请忽略并删除。电话010-66000000。',
  );
});

test('the office’s own text goes before ours; who reads another language is written to in Chinese', () => {
  const own = '【{单位}】已受理（{日期}），码{查询码}，{电话}';
  expect(noticeText(facts, own)).toBe('【样例中心】已受理（2026-06-08），码K7QF-2M9X-PTR4，010-66000000');
  expect(noticeText({ ...facts, language: 'vi' })).toBe(noticeText(facts));
});

describe('defects', () => {
  const of = (kind: (typeof TEMPLATE_KINDS)[number], text: string, language: 'zh-CN' | 'en' = 'zh-CN') =>
    templateDefects(kind, language, text).map(({ code, word }) => [code, word].filter(Boolean).join(' '));

  test('are all told at once', () => {
    expect(of('acceptance', '已受理{姓名}，见 www.example.com {电话')).toEqual([
      'lacks 单位',
      'lacks 查询码',
      'lacks 日期',
      'lacks 电话',
      'unknownField 姓名',
      'brace',
      'link',
    ]);
  });
  test('whoever has a number of nobody any more reads neither code nor day', () => {
    expect(of('formerNumber', '【{单位}】{查询码}{日期}{电话}')).toEqual(['notHere 查询码', 'notHere 日期']);
    expect(of('formerNumber', '【{单位}】{电话}')).toEqual([]);
  });
  test('the fields of another language are none', () => {
    expect(of('formerNumber', '[{单位}] {telephone}', 'en')).toEqual(['lacks office', 'unknownField 单位']);
  });
  test('an address is one however it is written, a number with dots is none', () => {
    const text = (more: string) => of('formerNumber', `【{单位}】{电话}${more}`);
    for (const link of ['http://a.b', 'HTTPS://x', 'www.x', 'gov.cn', 'abc.com/x'])
      expect(text(link)).toEqual(['link']);
    for (const none of ['8.31%', '2026.06.08', '66000000']) expect(text(none)).toEqual([]);
  });
  test('the same unknown word is told once, an empty one too', () => {
    expect(of('formerNumber', '【{单位}】{电话}{甲}{甲}{}')).toEqual(['unknownField 甲', 'unknownField']);
  });
  test('too long by characters, not by bytes', () => {
    const base = '【{单位}】{电话}';
    expect(of('formerNumber', base + '字'.repeat(300 - [...base].length))).toEqual([]);
    expect(of('formerNumber', base + '字'.repeat(301 - [...base].length))).toEqual(['tooLong']);
  });
  test('what is filled in is not read as a field again', () => {
    expect(fillTemplate('zh-CN', '{单位}{电话}', { ...facts, officeName: '{电话}' })).toBe('{电话}010-66000000');
  });
});
