/** Of nobody: whom and what the samples of several papers speak of. */
import type { AboutTransfer, OtherOffice, Person } from './letter-parts.ts';

export const SAMPLE_PERSON: Person = { name: '张三', idNumber: '110102199912310357', sex: 'male' };

export const SAMPLE_OFFICE: OtherOffice = {
  areaCode: '310000',
  name: '某市社会保险事业管理中心',
  address: '某市某路1号',
  postcode: '200000',
  telephone: '021-00000000',
};

export const SAMPLE_TRANSFER: AboutTransfer = {
  typeName: '职工养老保险关系转入',
  person: SAMPLE_PERSON,
  counterpart: SAMPLE_OFFICE,
  areaCode: '110102',
  contact: { name: '李四', telephone: '010-00000000' },
};

export const SAMPLE_OUT: AboutTransfer = { ...SAMPLE_TRANSFER, typeName: '职工养老保险关系转出' };
