/** What an office says of itself, and how it gives notice. Its region is no detail: limits and numbers of cases follow from it. */
import type { Defect } from './errors.ts';
import { telephoneDefects } from './persons/application.ts';

export const NOTICE_MODES = ['atOnce', 'weekly'] as const;
export const NOTICE_TO = ['person', 'agent', 'both'] as const;

export interface OfficeDetails {
  /** Signs every notice and the status page. */
  readonly name: string;
  readonly telephone: string;
  /** `HH:MM` of a working day. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly noticeMode: (typeof NOTICE_MODES)[number];
  /** Of weekly notices; Monday is 1. */
  readonly noticeWeekday: number;
  readonly noticeTo: (typeof NOTICE_TO)[number];
  /** Where abroad the office's gateway may send: `+852`. */
  readonly smsPrefixes: readonly string[];
}

export function officeDefects({ name, telephone, opensAt, closesAt }: OfficeDetails): Defect[] {
  const wrong = (field: string, code: string, message: string): Defect => ({ field, code, message });
  return [
    ...(name.trim() === '' ? [wrong('name', 'tooShort', 'An office has a name.')] : []),
    ...telephoneDefects('telephone', telephone),
    ...(opensAt < closesAt ? [] : [wrong('closesAt', 'beforeFrom', 'The office closes after it has opened.')]),
  ];
}
