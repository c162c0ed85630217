import express, { type RequestHandler } from 'express';
import { Refusal } from '../../domain/errors.ts';

const LIMIT = '1mb';

/** Reads JSON bodies; only as an object, an array or nothing. */
export const jsonBody = (): RequestHandler => express.json({ limit: LIMIT, strict: true });

export function malformedJson(): Refusal {
  return new Refusal('invalid', 'The request has defects; nothing was stored.', {
    defects: [{ field: 'body', code: 'malformedJson', message: 'Send one JSON object in UTF-8.' }],
  });
}

/** For bodies that were read raw. Throws a refusal for what is no JSON. */
export function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)) as unknown;
  } catch {
    throw malformedJson();
  }
}
