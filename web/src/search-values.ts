/** What a value behind the question mark may be. Pure. */
import { isDate } from '../../domain/time/shanghai-day.ts';

export type Raw = Readonly<Record<string, unknown>>;

/** Every name of a closed list of the contract: one that is missing or too many is an error of types. */
export type Every<Name extends string> = Readonly<Record<Name, true>>;

export const oneOf = <Name extends string>(names: Every<Name>, value: unknown): Name | undefined =>
  typeof value === 'string' && Object.hasOwn(names, value) ? (value as Name) : undefined;

export const isDay = (value: unknown): value is string => typeof value === 'string' && isDate(value);

export const isTrue = (value: unknown): boolean => value === true || value === 'true';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
