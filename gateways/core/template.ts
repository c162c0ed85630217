/** What a template of the core system may say. A file that an operator writes: it decides where ID numbers go, as one of the SMS gateway does. */
import { z } from 'zod';
import { request, source, where } from '../sms/template.ts';

const fields = <Name extends string>(names: readonly Name[]) => z.partialRecord(z.enum(names), source);

const CONTRIBUTION_FIELDS = [
  'areaCode',
  'fromMonth',
  'toMonth',
  'nature',
  'base',
  'employer',
  'personal',
  'credited',
  'interest',
  'paidOn',
  'paperKind',
  'paperIssuer',
  'paperDatedOn',
] as const;
const FACT_FIELDS = [
  'personalNo',
  'employer',
  'workSince',
  'pooledSince',
  'firstPaid',
  'accountSince',
  'pooledFromElsewhere',
] as const;
const FORM_FIELDS = [
  'personalBefore1998',
  'accountUntilLastYear',
  'accountThisYear',
  'accountTotal',
  'pooledFund',
  'total',
] as const;
const RECEIPT_FIELDS = ['serial', 'answers', 'amount', 'bookedOn'] as const;
export type ContributionField = (typeof CONTRIBUTION_FIELDS)[number];

/** One that is not written is none: an empty one would fit every answer. */
const rule = where.unwrap().optional();
const read = z.enum(['json', 'xml']).default('json');
const json = z.record(z.string(), z.unknown());

/** Column names of ours, each with the words that stand for it. */
const columns = z.record(z.string().min(1), z.array(z.string().min(1)).min(1));

export const coreTemplate = z.strictObject({
  name: z.string().regex(/^[\w-]{1,40}$/),
  about: z.string().optional(),
  /** Plain HTTP over a public network shows ID numbers to everybody on the way: only where an operator says so. */
  clearText: z.boolean().default(false),
  /** How amounts are written. */
  money: z.enum(['fen', 'yuan']).default('fen'),
  account: z
    .strictObject({
      request,
      read,
      /** Besides 404: what says that nobody has this number. */
      nobody: rule,
      rows: z.string().min(1),
      row: fields(CONTRIBUTION_FIELDS),
      facts: fields(FACT_FIELDS).default({}),
      form: fields(FORM_FIELDS).default({}),
    })
    .optional(),
  batch: z
    .strictObject({
      /** The text `{forms}`, alone in its place in a JSON body, is the list. */
      request,
      /** One form of the list. */
      form: json,
      read,
      /** What says that it was taken; without it any 2xx does. */
      taken: rule,
    })
    .optional(),
  receipts: z.strictObject({ request, read, items: z.string().min(1), item: fields(RECEIPT_FIELDS) }).optional(),
  /** What its tables call our columns, by kind of import. */
  files: z.strictObject({ contributions: columns.optional(), coreReceipts: columns.optional() }).default({}),
});

export type CoreTemplate = z.infer<typeof coreTemplate>;
export type WrittenCoreTemplate = z.input<typeof coreTemplate>;
