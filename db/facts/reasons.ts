import { refuseDefects } from '../../domain/errors.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { reasonFits, reasonsAllowed } from '../../domain/procedures/rules.ts';
import { proceduresOf } from '../connection/procedures.ts';
import type { FactContext } from './effect.ts';

/** The code, when it is one that this fact may carry; refuses naming the codes that are allowed. */
export async function requireReason(context: FactContext, code: string | undefined): Promise<string> {
  const { ledger, open, detail } = context;
  const { reasonCodes: codes } = await ledger.ruleBook();
  const wanted = reasonsAllowed(detail.kind, procedureFor(context), open?.step);
  const allowed = codes.filter((row) => reasonFits(row, wanted)).map((row) => row.code);
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

/** Of a transfer whose own nobody here knows (a transfer-out of an old ledger), the one that has a word for such a fact. */
function procedureFor({ ledger, detail }: FactContext): Procedure | undefined {
  const others = proceduresOf(ledger.tx).all;
  return ledger.knownProcedure ?? others.find(({ facts }) => facts[detail.kind]?.reasons !== undefined);
}
