import type { components } from '../api/contract.generated.ts';

/** What the operator is told instead of a stack trace. */
export class Failure extends Error {
  /** Of the answer, when there was one. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

type Problem = components['schemas']['Problem'];

/** The data of an answer; throws a failure with everything that the problem says. */
export async function answered<T>(reply: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await reply.catch((reason: unknown) => {
    const cause = reason instanceof Error && reason.cause instanceof Error ? `: ${reason.cause.message}` : '';
    throw new Failure(`The API does not answer${cause}. Is it running, and is --url right?`);
  });
  if (response.ok) return data as T;
  const { title, detail, errors = [] } = (error ?? {}) as Partial<Problem>;
  const defects = errors.map(({ field, message }) => `\n  ${field}: ${message}`).join('');
  throw new Failure(
    `${title ?? response.statusText} (${String(response.status)}). ${detail ?? ''}${defects}`,
    response.status,
  );
}
