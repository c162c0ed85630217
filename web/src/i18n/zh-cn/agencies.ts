import type { Messages } from '../messages.ts';

export const agencies: Messages['agencies'] = {
  title: '对方机构名录',
  explain: '机构名称和新增机构以名录文件导入为准；邮寄地址和电话在此更正。',
  find: '名称、地区或行政区划代码',
  none: '没有符合的机构。',
  count_one: '共 {{count}} 个机构',
  count_other: '共 {{count}} 个机构',
  shown: '此处列出前 {{count}} 个，可输入更多文字缩小范围。',
  code: '区划代码',
  name: '机构名称',
  channel: '发函方式',
  channels: { ems: '邮寄', platform: '全国平台' },
  address: '地址',
  addressHint: '下一封联系函起使用；已寄出的不变。',
  noAddress: '无地址',
  postcode: '邮编',
  telephone: '电话',
};
