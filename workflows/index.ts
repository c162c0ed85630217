export { transferIn } from './transfer-in.ts';
export { noticeRounds } from './notice-rounds.ts';
