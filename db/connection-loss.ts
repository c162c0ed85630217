/** SQLSTATE classes of a server that is away, full or stopping, and what Node calls a broken connection. */
const CODES = /^(?:08|53|57|58)|^E[A-Z]+$/;
const MESSAGES = /connection|timeout|destroyed|not queryable/i;

/** Nobody's fault and over in a while: the same again later, as opposed to data or code that will never do. */
export function isConnectionLoss(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  return code !== undefined ? CODES.test(code) : error instanceof Error && MESSAGES.test(message);
}
