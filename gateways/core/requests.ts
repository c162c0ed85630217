/** The three things that the core system is asked or told, as requests of its template. */
import type { CoreBatch, CoreForm } from '../../domain/core/core-system.ts';
import { LINES } from '../../domain/forms/info-form-lines.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { fill, type Lookup } from '../sms/placeholders.ts';
import { buildRequest, type BuiltRequest } from '../sms/request.ts';
import type { RequestTemplate } from '../sms/template.ts';
import type { CoreTemplate } from './template.ts';

export const ACCOUNT_NAMES = ['idNumber', 'name'] as const;
export const BATCH_NAMES = ['number', 'count', 'forms'] as const;
export const RECEIPT_NAMES = ['since'] as const;
export const FORM_NAMES = [
  'infoFormId',
  'caseNo',
  'idNumber',
  'name',
  'months',
  ...LINES.map((line) => line.replace(/Fen$/, '')),
] as const;

export const requestWith = (
  template: RequestTemplate,
  values: Readonly<Record<string, string>>,
  environment: Lookup,
): BuiltRequest => buildRequest(template, (name) => values[name] ?? environment(name));

export function batchRequest(
  { request, form }: NonNullable<CoreTemplate['batch']>,
  { number, forms }: CoreBatch,
  money: CoreTemplate['money'],
  environment: Lookup,
): BuiltRequest {
  const list = forms.map((one) => filled(form, formValues(one, money)));
  const body = request.body && 'json' in request.body ? { json: withForms(request.body.json, list) } : request.body;
  const template = { ...request, ...(body && { body }) } as RequestTemplate;
  return requestWith(template, { number, count: String(forms.length) }, environment);
}

function formValues({ infoFormId, caseNo, person, months, amounts }: CoreForm, money: CoreTemplate['money']) {
  const written = LINES.map((line) => {
    const fen = amounts[line];
    return [line.replace(/Fen$/, ''), money === 'fen' ? String(fen) : formatYuan(fen)] as const;
  });
  return { infoFormId, caseNo, ...person, months: String(months), ...Object.fromEntries(written) };
}

/** Braces of a value are no places of the template. */
const protectedText = (text: string): string => text.replace(/[{}]/g, '');

function filled(template: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof template === 'string') return fill(template, (name) => protectedText(values[name] ?? ''));
  if (Array.isArray(template)) return template.map((one) => filled(one, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, one]) => [name, filled(one, values)]));
}

function withForms(json: unknown, list: readonly unknown[]): unknown {
  if (json === '{forms}') return list;
  if (Array.isArray(json)) return json.map((one) => withForms(one, list));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, one]) => [name, withForms(one, list)]));
}
