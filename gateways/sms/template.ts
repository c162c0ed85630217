/** What a template may say: how to call the gateway, and how to read its answers and receipts. Data that an operator writes. */
import { z } from 'zod';

const text = z.string();
const texts = z.record(text.min(1), text);
const pattern = text.refine(isPattern, 'is no regular expression');
const scalar = z.union([text, z.number(), z.boolean(), z.null()]);

const digest = z.enum(['md5', 'sha1', 'sha256', 'sha512']);
const written = z.enum(['hex', 'HEX', 'base64', 'base64url']).default('hex');

/** A value that is computed: filled in, digested, signed, or chosen by another one. */
const recipe = z.union([
  text,
  z.strictObject({ of: text, hash: digest, as: written }),
  z.strictObject({
    of: text,
    hmac: digest,
    key: text,
    keyIs: z.enum(['text', 'hex', 'base64']).default('text'),
    as: written,
  }),
  z.strictObject({ by: text, cases: texts }),
]);
const recipes = z.record(z.string().regex(/^[A-Za-z]\w*$/, 'a name is letters and digits'), recipe).default({});

const json: z.ZodType<Json> = z.lazy(() => z.union([scalar, z.array(json), z.record(text, json)]));
type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

const body = z.union([z.strictObject({ json }), z.strictObject({ form: texts }), z.strictObject({ text, type: text })]);

export const request = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT']).default('POST'),
  address: text.min(1),
  query: texts.default({}),
  headers: texts.default({}),
  body: body.optional(),
  values: recipes,
  charset: z.enum(['utf-8', 'gb18030', 'gbk', 'big5']).default('utf-8'),
});

/** Where in an answer something stands: a path, `$` for all of it as text; of that the one group of a pattern. */
export const source = z.union([text.min(1), z.strictObject({ at: text.min(1), match: pattern })]);

const wanted = z.union([scalar, z.array(scalar).min(1), z.strictObject({ match: pattern })]);
export const where = z.record(text.min(1), wanted).default({});

const status = z.union([z.number().int().min(200).max(599), z.enum(['2xx', '4xx', '5xx'])]);

/** The first rule that fits says what the answer means. */
const answerRule = z.strictObject({
  is: z.enum(['taken', 'refused', 'busy', 'unknown']),
  status: z.array(status).min(1).optional(),
  where,
  /** The gateway's own word for the message, by which its receipt speaks of it; without it ours holds. */
  id: source.optional(),
  reason: source.optional(),
});

const receiptRule = z.strictObject({
  is: z.enum(['delivered', 'failed', 'pending']),
  where,
  reason: source.optional(),
});

const FORMATS = ['json', 'xml', 'form', 'text'] as const;

const reading = {
  read: z.enum(FORMATS).default('json'),
  /** Path of the list of receipts; without it the whole is one. */
  items: text.optional(),
  /** Of a text with several: what stands between two. */
  separator: pattern.optional(),
  reference: source,
  rules: z.array(receiptRule).min(1),
};

const pushed = z.strictObject({
  ...reading,
  read: z.enum([...FORMATS, 'query']).default('json'),
  values: recipes,
  /** Each must hold: what the request says, and what it would say if it came from the gateway. */
  proof: z.array(z.strictObject({ given: text.min(1), wanted: text.min(1) })).min(1),
  /** What the gateway wants to hear; anything else it sends again. */
  reply: z.strictObject({ type: text.default('text/plain'), body: text.default('OK') }).prefault({}),
});

/** Of a question about one message the answer need not say which it is. */
const asked = z.strictObject({ ...reading, reference: source.optional(), request });

/** `signed`: they come to POST /sms/receipts, in our own form. None of the three: the gateway says no more of a message. */
const receipts = z.strictObject({
  signed: z.boolean().default(false),
  pushed: pushed.optional(),
  asked: asked.optional(),
});

export const smsTemplate = z.strictObject({
  name: z.string().regex(/^[\w-]{1,40}$/),
  about: text.optional(),
  /** Plain HTTP over a public network shows phones and texts to everybody on the way: only where an operator says so. */
  clearText: z.boolean().default(false),
  send: request,
  read: z.enum(FORMATS).default('json'),
  answers: z.array(answerRule).min(1),
  receipts: receipts.prefault({}),
});

export type SmsTemplate = z.infer<typeof smsTemplate>;
/** As an operator writes it: what has a usual value may be left out. */
export type WrittenTemplate = z.input<typeof smsTemplate>;
export type RequestTemplate = z.infer<typeof request>;
export type Recipe = z.infer<typeof recipe>;
export type Recipes = RequestTemplate['values'];
export type AnswerRule = z.infer<typeof answerRule>;
export type Where = z.infer<typeof where>;
export type Source = z.infer<typeof source>;
export type Format = z.infer<typeof pushed>['read'];
export type Pushed = z.infer<typeof pushed>;
export type Asked = z.infer<typeof asked>;
export type ReceiptReading = Pick<Pushed, 'read' | 'items' | 'separator' | 'rules'> & {
  readonly reference?: Source | undefined;
};

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
