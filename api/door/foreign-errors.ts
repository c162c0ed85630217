/** Errors of Express, its body parsers, the upload parser and PostgreSQL, as refusals of ours. */
import { isConnectionLoss } from '../../db/connection/loss.ts';
import { REFUSALS, Refusal } from '../../domain/errors.ts';
import { malformedJson } from '../handling/json-body.ts';

interface Known {
  readonly refusal: Refusal;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Undefined: a fault of ours, about which the caller learns nothing. */
export function asRefusal(error: unknown): Known | undefined {
  if (error instanceof Refusal) return known(error);
  if (!(error instanceof Error)) return undefined;
  if (mayPass(error)) return known(new Refusal('unavailable', 'The database does not answer; try again soon.'));
  return ofHttpStatus(error);
}

const known = (refusal: Refusal, status: number = REFUSALS[refusal.refusal]): Known => ({ refusal, status });

type HttpError = Error & { status?: unknown; type?: unknown; headers?: Record<string, string> };

function ofHttpStatus({ status, type, message, headers }: HttpError): Known | undefined {
  if (type === 'entity.parse.failed') return known(malformedJson());
  switch (status) {
    case 413:
      return known(new Refusal('too-large', 'The request is larger than this address takes.'));
    case 415:
      return known(new Refusal('unsupported-file', 'Send the media type that the contract names, in UTF-8.'));
    case 404:
      return known(new Refusal('not-found', 'There is nothing at this address.'));
    case 405:
      // RFC 9110 15.5.6: with the methods that it does take.
      return {
        ...known(new Refusal('not-found', 'This address does not take this method.'), 405),
        ...(headers && { headers }),
      };
    case 406:
      return known(new Refusal('not-found', 'This address answers in other media types.'), 406);
    case 400:
      return known(requestDefect(message));
    default:
      return undefined;
  }
}

function requestDefect(message: string): Refusal {
  const field = /decode param/.test(message) ? 'path' : 'body';
  const defects = [{ field, code: 'malformed', message: 'The request could not be read; check its encoding.' }];
  return new Refusal('invalid', 'The request has defects; nothing was stored.', { defects });
}

/** Deadlock, serialisation, a lock that was not given, a server that only reads: nothing was stored, and the same request may succeed. */
const PASSING = new Set(['40P01', '40001', '55P03', '25006']);

const mayPass = (error: Error & { code?: unknown }): boolean =>
  isConnectionLoss(error) || (typeof error.code === 'string' && PASSING.has(error.code));
