/** What is said when a statement does not go on where the one before ended. */
import { formatYuan } from '../../domain/money/money.ts';
import type { Db } from '../../db/connection/connection.ts';
import { noteStatements, type Break, type NewStatement } from '../../db/credits/statements.ts';
import type { ImportJob } from '../rows/job.ts';
import { fileWarning, type RowDefect } from '../tables/row-files.ts';
import type { BankFile } from './camt.ts';

export async function lookForGaps(db: Db, { context }: ImportJob, file: BankFile): Promise<RowDefect[]> {
  const statements = file.statements.map((statement) => withDays(statement, file));
  if (statements.length === 0) return [];
  const breaks = await db.transaction().execute((tx) => noteStatements(tx, context, statements));
  return breaks.flatMap((found, index) => (found ? tell(found, statements[index]!) : []));
}

/** A statement that says no day ends with its last entry; where it began nobody knows. */
function withDays(statement: NewStatement, { accepted, statements }: BankFile): NewStatement {
  if (statement.toOn !== undefined || statements.length !== 1) return statement;
  const days = accepted.map(({ row }) => row.bookedOn).sort();
  return { ...statement, toOn: days.at(-1) };
}

function tell(found: Break, { fromOn = '', openingFen = 0 }: NewStatement): RowDefect {
  const { toOn, closingFen } = found.before;
  const until = toOn ?? '';
  switch (found.kind) {
    case 'balance':
      return fileWarning(
        'Stmt',
        'statementGap',
        `The statement before (to ${until}) closed with ${formatYuan(closingFen ?? 0)} and this one${from(fromOn)} opens with ${formatYuan(openingFen)}: one between them is missing.`,
      );
    case 'days':
      return fileWarning(
        'Stmt',
        'statementGap',
        `No statement covers the days from ${found.missingFrom} to ${found.missingTo}; if money moved on them, it is missing.`,
      );
    case 'overlap':
      return fileWarning(
        'Stmt',
        'statementOverlap',
        `The statement begins on ${fromOn}, and one before goes to ${until}: what both hold is taken once.`,
      );
  }
}

const from = (day: string): string => (day === '' ? '' : ` (from ${day})`);
