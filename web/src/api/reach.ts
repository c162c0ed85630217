import { hearTime } from '../format/server-time.ts';
import { UnreachableError } from './problem.ts';

/**
 * Asks the office and waits for the whole answer: a line may be cut in the middle of one. Only what fails in here is a
 * failure of the network; a TypeError that is thrown elsewhere is a mistake of ours.
 */
export async function reach(request: Request): Promise<Response> {
  const { answer, body } = await wholeAnswer(request);
  // A sign-in page of somebody's network answers 200 to everything.
  const readable = body.byteLength === 0 || /\bjson\b/.test(answer.headers.get('Content-Type') ?? '');
  if (answer.ok && !readable) throw new UnreachableError('The answer is not from the office.');
  const { status, statusText, headers } = answer;
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
}

async function wholeAnswer(request: Request): Promise<{ answer: Response; body: ArrayBuffer }> {
  try {
    const answer = await fetch(request);
    hearTime(answer);
    return { answer, body: await answer.arrayBuffer() };
  } catch (error) {
    // Somebody left the page: nothing failed.
    if (request.signal.aborted) throw error;
    throw new UnreachableError(error);
  }
}
