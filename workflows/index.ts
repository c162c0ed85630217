import { PROCEDURES } from '../domain/procedures/index.ts';
import { followTransfer } from './transfer.ts';

export { clockRounds } from './clock-rounds.ts';
export { noticeRounds } from './notice-rounds.ts';
export const transfer = followTransfer(PROCEDURES);
