import type { Messages } from '../messages.ts';

export const camera: Messages['camera'] = {
  button: '촬영',
  title: '서류 촬영',
  view: '카메라 화면',
  picture: '촬영한 사진',
  take: '촬영',
  use: '이 사진 사용',
  turn: '돌리기',
  again: '다시 촬영',
  which: '카메라',
  file: '촬영본',
  trouble: {
    insecure: 'HTTPS로 접속했을 때만 카메라를 쓸 수 있습니다. 시스템 운영자에게 알려 주십시오.',
    forbidden: '브라우저에 카메라 사용이 허용되지 않았습니다. 주소 옆에서 허용한 뒤 다시 시도해 주십시오.',
    none: '이 컴퓨터에 연결된 카메라가 없습니다.',
    busy: '다른 프로그램이 카메라를 쓰고 있습니다. 그 프로그램을 닫고 다시 시도해 주십시오.',
    unknown: '카메라 화면이 나오지 않습니다.',
  },
};
