import { refuseDefects } from '../../domain/errors.ts';
import { currentReasonCodes } from '../office/reason-codes.ts';
import type { FactContext } from './effect.ts';

interface Wanted {
  readonly codes?: readonly string[];
  readonly steps?: readonly string[];
  readonly effects?: readonly string[];
}

/** The code, when it is one that this fact may carry; refuses naming the codes that are allowed. */
export async function requireReason(context: FactContext, code: string | undefined, wanted: Wanted): Promise<string> {
  const codes = await currentReasonCodes(context.ledger.tx);
  const allowed = codes
    .filter((row) => !wanted.codes || wanted.codes.includes(row.code))
    .filter((row) => !wanted.steps || wanted.steps.includes(row.step))
    .filter((row) => !wanted.effects || wanted.effects.includes(row.effect))
    .map((row) => row.code);
  // An old ledger speaks of its own time: any known code is history.
  const known = context.by.source === 'import' ? codes.map((row) => row.code) : allowed;
  if (code === undefined || !known.includes(code)) {
    refuseDefects([
      {
        field: 'reasonCode',
        code: code === undefined ? 'missing' : 'reasonCode',
        message: `This fact needs one of the reason codes ${allowed.join(', ')}.`,
      },
    ]);
  }
  return code!;
}
