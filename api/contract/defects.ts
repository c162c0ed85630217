/** What the validator of the contract says, in our own stable codes, with the field as the caller wrote it. */
import type { Defect } from '../../domain/errors.ts';

interface ValidationItem {
  readonly path: string;
  readonly message: string;
  readonly errorCode?: string;
}

/** Keyword of JSON Schema → our code. */
const CODES: Readonly<Record<string, string>> = {
  required: 'missing',
  additionalProperties: 'unknownField',
  unevaluatedProperties: 'unknownField',
  type: 'type',
  enum: 'unknownValue',
  const: 'unknownValue',
  pattern: 'form',
  format: 'form',
  minLength: 'tooShort',
  maxLength: 'tooLong',
  minimum: 'outOfRange',
  maximum: 'outOfRange',
  exclusiveMinimum: 'outOfRange',
  exclusiveMaximum: 'outOfRange',
  minItems: 'tooFew',
  maxItems: 'tooMany',
  uniqueItems: 'repeated',
  minProperties: 'missing',
};

const ADVICE: Readonly<Record<string, string>> = {
  missing: 'This is required; send it.',
  unknownField: 'The contract does not know this; leave it out.',
  unknownParameter: 'The contract does not know this parameter; leave it out.',
  empty: 'Give it a value or leave it out.',
  repeated: 'Send each only once.',
};

const LONGEST_FIELD = 100;

/** `/body/person/idNumber` → `person.idNumber`, `/headers/idempotency-key` → `Idempotency-Key`. */
function fieldOf(path: string): string {
  const [, place, rest] = /^\/(body|query|headers|params)(?:\/(.*))?$/.exec(path) ?? [undefined, 'body', path.slice(1)];
  const field = (rest ?? '').replaceAll('/', '.').slice(0, LONGEST_FIELD);
  if (place === 'headers') return field.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
  return field || 'body';
}

export function asDefect({ path, message, errorCode }: ValidationItem): Defect {
  const code = codeOf(message, errorCode);
  return { field: fieldOf(path), code, message: ADVICE[code] ?? sentence(message) };
}

function codeOf(message: string, errorCode?: string): string {
  if (/^Unknown query parameter/.test(message)) return 'unknownParameter';
  if (/^Empty value found/.test(message)) return 'empty';
  return CODES[errorCode?.split('.')[0] ?? ''] ?? 'invalid';
}

const sentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.$/, '')}.`;

/** Says only that a branch did not fit; what did not fit is said beside it. */
export const isConsequence = ({ errorCode }: ValidationItem): boolean => errorCode === 'if.openapi.validation';

export function withoutRepeats(defects: readonly Defect[]): Defect[] {
  return [...new Map(defects.map((defect) => [`${defect.field}\n${defect.code}`, defect])).values()];
}
