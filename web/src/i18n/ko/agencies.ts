import type { Messages } from '../messages.ts';

export const agencies: Messages['agencies'] = {
  title: '기관 명부',
  explain: '기관 이름과 새 기관은 명부 파일을 가져올 때 반영됩니다. 우편 주소와 전화는 여기서 정정합니다.',
  find: '이름, 지역 또는 행정구역 코드',
  none: '조건에 맞는 기관이 없습니다.',
  count_one: '기관 {{count}}곳',
  count_other: '기관 {{count}}곳',
  shown: '처음 {{count}}곳만 표시합니다. 더 입력하면 다른 기관을 찾을 수 있습니다.',
  code: '행정구역 코드',
  name: '기관 이름',
  channel: '발송 방법',
  channels: { ems: 'EMS 우편', platform: '전국 플랫폼' },
  address: '주소',
  addressHint: '다음 연락 공문부터 쓰며, 이미 보낸 공문은 바뀌지 않습니다.',
  noAddress: '주소 없음',
  postcode: '우편번호',
  telephone: '전화',
};
