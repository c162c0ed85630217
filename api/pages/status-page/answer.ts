/** What a sent form is answered with. */
import { proceduresOf } from '../../../db/connection/procedures.ts';
import {
  readProvenStatus,
  readStatus,
  readStewardContact,
  type TransferStatus,
} from '../../../db/reading/status-page.ts';
import type { ApiDependencies } from '../../handling/dependencies.ts';
import { asRefusal } from '../../door/foreign-errors.ts';
import { statusGuesses } from '../../door/status-guesses.ts';
import type { StatusPage } from './shown.ts';
import { issueTicket, redeemTicket } from './ticket.ts';
import { readTyped } from './typed.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export interface Answer {
  readonly httpStatus: number;
  readonly page: Omit<StatusPage, 'language' | 'large'>;
}

export async function answerTyped(
  { db, keyring }: Dependencies,
  fields: { code: string; phoneLastFour: string },
): Promise<Answer> {
  const { code, phoneLastFour, shownCode, wrongFields } = readTyped(fields);
  if (wrongFields.length > 0) {
    return { httpStatus: 422, page: { code: shownCode, failure: 'shape', wrongFields } };
  }
  try {
    const status = await readStatus(db, keyring, statusGuesses(db), { code, phoneLastFour });
    return shown({ db, keyring }, code, status);
  } catch (error) {
    return refused(db, error, { code, shownCode });
  }
}

/** An answer that was given before, drawn anew: the digits need not be typed again. */
export async function answerTicket({ db, keyring }: Dependencies, ticket: string): Promise<Answer> {
  const code = redeemTicket(keyring, ticket);
  if (code === undefined) return { httpStatus: 403, page: { code: '', failure: 'again' } };
  try {
    return shown({ db, keyring }, code, await readProvenStatus(db, code));
  } catch (error) {
    return refused(db, error, { code, shownCode: code });
  }
}

const shown = ({ db, keyring }: Dependencies, code: string, status: TransferStatus): Answer => ({
  httpStatus: 200,
  page: {
    code,
    status,
    procedure: proceduresOf(db).find(status.procedure),
    linkedProcedures: status.linked.map(({ procedure }) => proceduresOf(db).find(procedure)),
    ticket: issueTicket(keyring, code),
    contact: status,
  },
});

async function refused(
  db: Dependencies['db'],
  error: unknown,
  { code, shownCode }: { code: string; shownCode: string },
): Promise<Answer> {
  const refusal = asRefusal(error);
  if (!refusal) throw error;
  const {
    status: httpStatus,
    refusal: { extra },
  } = refusal;
  if (httpStatus === 404) return { httpStatus, page: { code: shownCode, failure: 'wrong' } };
  if (httpStatus !== 429) return { httpStatus, page: { code: shownCode, failure: 'away' } };
  // Only a code that exists can be locked: whom to ask says nothing new to who has guessed it.
  const contact = await readStewardContact(db, code).catch(() => undefined);
  const lockedMinutes = Math.ceil(Number(extra['retryAfterSeconds'] ?? 0) / 60);
  return { httpStatus, page: { code: shownCode, failure: 'locked', lockedMinutes, contact } };
}
