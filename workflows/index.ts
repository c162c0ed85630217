export { transferIn } from './transfer.ts';
export { noticeRounds } from './notice-rounds.ts';
