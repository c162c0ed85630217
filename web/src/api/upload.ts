import { problemOf, RefusedError, UnreachableError } from './problem.ts';

/** Sends a form with its file and says how much of it is on its way, from 0 to 1: `fetch` does not tell. */
export function upload(path: string, body: FormData, onProgress: (share: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    const cut = (): void => reject(new UnreachableError('The line was cut.'));
    request.addEventListener('error', cut);
    request.addEventListener('abort', cut);
    request.addEventListener('load', () => {
      const answered = bodyIn(request.responseText);
      if (request.status < 400 && answered !== undefined) return resolve(answered);
      if (request.status < 400) return cut();
      const retryAfter = Number(request.getResponseHeader('Retry-After'));
      reject(new RefusedError(problemOf(answered, request.status), retryAfter > 0 ? retryAfter : undefined));
    });
    request.send(body);
  });
}

/** Undefined for what is no answer of the office. */
function bodyIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
