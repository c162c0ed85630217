/** What a template of the registry of mobiles may say. A file that an operator writes: it decides where ID numbers go. */
import { z } from 'zod';
import { request, where } from '../sms/template.ts';

/** One that is not written is none: an empty one would fit every answer. */
const rule = where.unwrap().refine((rules) => Object.keys(rules).length > 0, 'says nothing');

export const identityTemplate = z.strictObject({
  name: z.string().regex(/^[\w-]{1,40}$/),
  about: z.string().optional(),
  /** Plain HTTP over a public network shows ID numbers to everybody on the way: only where an operator says so. */
  clearText: z.boolean().default(false),
  request,
  read: z.enum(['json', 'xml']).default('json'),
  /** What in a good answer says that the mobile is theirs, and what that it is not. Whatever says neither is unknown. */
  match: rule,
  noMatch: rule,
});

export type IdentityTemplate = z.infer<typeof identityTemplate>;
/** As an operator writes it: what has a usual value may be left out. */
export type WrittenIdentityTemplate = z.input<typeof identityTemplate>;
