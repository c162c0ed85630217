import type { Messages } from '../messages.ts';

export const camera: Messages['camera'] = {
  button: '拍摄',
  title: '拍摄材料',
  view: '高拍仪画面',
  picture: '已拍摄的图像',
  take: '拍摄',
  use: '使用此图像',
  turn: '旋转',
  again: '重新拍摄',
  which: '摄像头',
  file: '拍摄件',
  trouble: {
    insecure: '仅在通过 HTTPS 访问时可以使用摄像头，请告知系统管理员。',
    forbidden: '浏览器未获准使用摄像头。请在地址栏旁允许使用，然后重试。',
    none: '本机未连接摄像头。',
    busy: '摄像头正被其他程序占用。请关闭该程序后重试。',
    unknown: '摄像头无画面。',
  },
};
