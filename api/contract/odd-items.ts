/** Lists that a machine brings: each item is looked at by itself, and one that is odd keeps nothing from the others. */
import type { Request, Response } from 'express';
import type { Defect } from '../../domain/errors.ts';
import type { OperationId } from '../handling/handler.ts';
import { withoutRepeats } from './defects.ts';
import { textDefects } from './text-defects.ts';

/** By its place in the list as it was sent, from 0. */
export interface OddItem {
  readonly index: number;
  readonly errors: Defect[];
}

/** Under which name the body has its list. */
export type ListsByItem = Partial<Record<OperationId, string>>;

/** Of a list, those of each item: a limit for the whole body would let the last ones through. */
export function bodyTextDefects(body: unknown, list: string | undefined): Defect[] {
  const items = itemsOf(body, list);
  if (!items) return textDefects(body);
  return items.flatMap((item, index) => textDefects(item, `${list!}.${String(index)}`));
}

/**
 * Takes the odd items out of the body and notes them for the answer. False: something else is wrong too, or none of the items can be
 * read; then the sender hears it as an error, and nothing is stored.
 */
export function setAside(req: Request, res: Response, list: string | undefined, defects: readonly Defect[]): boolean {
  const items = itemsOf(req.body, list);
  if (!items || defects.length === 0) return false;
  const odd = new Map<number, Defect[]>();
  for (const defect of withoutRepeats(defects)) {
    const [, index, field = ''] = /^[^.]+\.(\d+)(?:\.(.*))?$/.exec(defect.field) ?? [];
    if (index === undefined || !defect.field.startsWith(`${list!}.`)) return false;
    odd.set(Number(index), [...(odd.get(Number(index)) ?? []), { ...defect, field }]);
  }
  if (odd.size === items.length) return false;
  (req.body as Record<string, unknown>)[list!] = items.filter((_, index) => !odd.has(index));
  res.locals.odd = [...odd].map(([index, errors]) => ({ index, errors })).sort((a, b) => a.index - b.index);
  return true;
}

function itemsOf(body: unknown, list: string | undefined): unknown[] | undefined {
  const items = list === undefined ? undefined : (body as Record<string, unknown> | undefined)?.[list];
  return Array.isArray(items) ? items : undefined;
}
