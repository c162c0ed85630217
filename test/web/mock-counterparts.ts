import type { components } from '../../api/contract.generated.ts';

type Schemas = components['schemas'];

const AGENCY = {
  kind: 'pension',
  validFrom: '2010-01-01',
  validUntil: null,
  successor: null,
  hasAccount: false,
} as const;

export const counterparts: Schemas['Counterpart'][] = [
  {
    areaCode: '310000',
    area: '310000',
    name: '上海市社会保险事业管理中心',
    channel: 'ems',
    address: '',
    postcode: '',
    telephone: '',
    ...AGENCY,
  },
  {
    areaCode: '330100',
    area: '330100',
    name: '杭州市社会保险管理服务中心',
    channel: 'platform',
    address: '',
    postcode: '',
    telephone: '',
    ...AGENCY,
  },
];
