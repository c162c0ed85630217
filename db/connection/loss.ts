/** SQLSTATE classes of connection, resources, intervention and system, and what Node calls a broken connection. */
const CODES =
  /^(?:08|53|57|58)|^(?:ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What pg, its pool, Kysely and our own short queue say without a code. */
const MESSAGES =
  /connection terminated|connection timeout|connection error|wait for a connection already|not queryable|query read timeout|timeout expired|timeout exceeded when trying to connect|already been destroyed/i;

/**
 * The database is away, full, out of connections or memory, stopping, or a statement took too long: nobody's fault and over
 * in a while, as opposed to data or code that will never do.
 */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errors } = error as Error & { code?: unknown; errors?: unknown };
  // Several addresses of one name were tried.
  if (Array.isArray(errors) && errors.some(isConnectionLoss)) return true;
  return typeof code === 'string' ? CODES.test(code) : MESSAGES.test(error.message);
}
