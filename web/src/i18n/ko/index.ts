import type { Messages } from '../messages.ts';
import { first } from './first.ts';
import { rest } from './rest.ts';

export const ko: Messages = { ...first, ...rest };
