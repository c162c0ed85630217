import { refusalOf } from '../api/client.ts';

/** The bytes of an answer that was asked for as a blob; throws RefusedError with the whole problem for everything else. */
export async function pdfOf(asked: Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<Blob> {
  const { data, error, response } = await asked;
  if (response.ok && data instanceof Blob) return data;
  throw refusalOf({ error, response });
}
