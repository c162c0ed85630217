/** The practice office: people named after their posts and invented offices around it. Production has none of this. */
import type { Role } from '../roles.ts';

/** Of every practice account. */
export const PRACTICE_PASSWORD = 'practice-only';

export const PRACTICE_OFFICE = {
  id: 'practice',
  name: '样例区社会保险事业管理中心',
  areaCode: '110102',
  telephone: '010-66000000',
} as const;

interface PracticeAccount {
  readonly username: string;
  readonly displayName: string;
  readonly post: string;
  readonly telephone: string;
  readonly roles: readonly Role[];
}

const POSTS: readonly (readonly [username: string, post: string, howMany: number, role: Role])[] = [
  ['clerk', '受理岗', 3, 'clerk'],
  ['letter', '发函岗', 3, 'letterClerk'],
  ['entry', '录入岗', 3, 'entryClerk'],
  ['review', '复核岗', 2, 'reviewer'],
  ['finance', '财务岗', 2, 'finance'],
  ['account', '个人账户岗', 2, 'accountClerk'],
];

const singles: readonly PracticeAccount[] = [
  { username: 'manager', displayName: '科长', post: '科长', telephone: '010-66000001', roles: ['manager'] },
  {
    username: 'admin',
    displayName: '系统管理员',
    post: '系统管理',
    telephone: '010-66000002',
    roles: ['administrator'],
  },
];

export const PRACTICE_ACCOUNTS: readonly PracticeAccount[] = [
  ...POSTS.flatMap(([username, post, howMany, role], at) =>
    Array.from({ length: howMany }, (_, index) => ({
      username: `${username}${index + 1}`,
      displayName: `${post}${index + 1}`,
      post,
      telephone: `010-660001${at}${index + 1}`,
      roles: [role],
    })),
  ),
  ...singles,
];

interface PracticeCounterpart {
  readonly areaCode: string;
  readonly name: string;
  readonly channel: 'ems' | 'platform';
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string;
}

/** Real areas, names in the official style; addresses and numbers are invented. */
export const PRACTICE_COUNTERPARTS: readonly PracticeCounterpart[] = (
  [
    ['130100', '石家庄市社会保险事业管理中心', 'platform', '050000', '0311'],
    ['140100', '太原市社会保险中心', 'ems', '030000', '0351'],
    ['210100', '沈阳市社会保险事业服务中心', 'ems', '110000', '024'],
    ['230100', '哈尔滨市社会保险事业中心', 'platform', '150000', '0451'],
    ['310000', '上海市社会保险事业管理中心', 'ems', '200000', '021'],
    ['320100', '南京市社会保险管理中心', 'ems', '210000', '025'],
    ['330100', '杭州市社会保险管理服务中心', 'platform', '310000', '0571'],
    ['340100', '合肥市社会保险中心', 'ems', '230000', '0551'],
    ['420100', '武汉市社会保险管理服务中心', 'ems', '430000', '027'],
    ['430100', '长沙市社会保险服务中心', 'platform', '410000', '0731'],
    ['440300', '深圳市社会保险基金管理局', 'ems', '518000', '0755'],
    ['510100', '成都市社会保险事业中心', 'ems', '610000', '028'],
  ] as const
).map(([areaCode, name, channel, postcode, trunk], at) => ({
  areaCode,
  name,
  channel,
  address: `样例路${at + 1}号`,
  postcode,
  telephone: `${trunk}-8800${String(1000 + at)}`,
}));
