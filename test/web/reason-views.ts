/** Every reason code as the office answers it before anybody has added to one. */
import type { components } from '../../api/contract.generated.ts';
import { REASON_CODES, type ReasonCode } from '../../domain/facts/reason-codes.ts';
import { REASON_WORDS } from '../../domain/facts/reason-words.ts';

export const reasonView = (code: ReasonCode): components['schemas']['Reason'] => ({
  otherEffect: null,
  ground: '',
  code,
  ...REASON_CODES[code],
  ko: REASON_WORDS.ko[code],
  vi: REASON_WORDS.vi[code],
  fa: REASON_WORDS.fa[code],
  places: [...REASON_CODES[code].places],
});

export const REASON_VIEWS = (Object.keys(REASON_CODES) as ReasonCode[]).map(reasonView);
