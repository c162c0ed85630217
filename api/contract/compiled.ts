/**
 * openapi.yaml as the validator has compiled it: once for a process, whoever asks. Reading and compiling it takes a second of processor,
 * and the door of the API, the question that the API puts to itself and every application of a test want the same.
 */
import type { Request, RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { readContract } from './document.ts';
import { recogniser } from './recognise.ts';

/** The largest file of any operation; papers have a smaller limit of their own. */
const LARGEST_FILE = 64 * 1024 * 1024;

export interface WrongReply extends Error {
  readonly errors: readonly { path: string; errorCode?: string }[];
}

export interface CompiledContract {
  readonly recognise: RequestHandler;
  readonly readForm: RequestHandler;
  readonly checkRequest: RequestHandler;
  /** Looks at the reply when it is sent; what `onWrong` throws is sent instead. */
  readonly checkReply: (onWrong: (error: WrongReply) => void) => RequestHandler;
}

let compiled: CompiledContract | undefined;
export const compiledContract = (): CompiledContract => (compiled ??= compile());

function compile(): CompiledContract {
  const contract = readContract();
  const ofWrongReply = new WeakMap<Request, (error: WrongReply) => void>();
  const parts = OpenApiValidator.middleware({
    apiSpec: contract as unknown as Parameters<typeof OpenApiValidator.middleware>[0]['apiSpec'],
    validateSecurity: false,
    validateRequests: { allErrors: true, removeAdditional: false },
    // Not only the form: there is no month 00.
    ajvFormats: { mode: 'full' },
    validateResponses: { onError: (error, _, req) => ofWrongReply.get(req)?.(error) },
    fileUploader: { limits: { fileSize: LARGEST_FILE, files: 1, fields: 10, fieldSize: 10_000 } },
  }) as RequestHandler[];
  const at = (name: string) => {
    const part = parts.find((one) => one.name === name);
    if (!part) throw new Error(`the validator has no ${name}; its new version needs a look`);
    return part;
  };
  const lookAtReply = at('responseMiddleware');
  return {
    recognise: recogniser(Object.keys(contract.paths), [at('pathParamsMiddleware'), at('metadataMiddleware')]),
    readForm: at('multipartMiddleware'),
    checkRequest: at('requestMiddleware'),
    checkReply: (onWrong) => (req, res, next) => {
      ofWrongReply.set(req, onWrong);
      return lookAtReply(req, res, next);
    },
  };
}
