/** From the fields of a paper to what the contract takes, and to the fields of the next one. Pure. */
import type { Schemas } from '../../api/types.ts';
import { dayOf, inputOfInstant, instantOfInput } from '../../format/day.ts';

/** Fields are called as in the contract, so that a refusal finds them. */
export interface PaperValues {
  readonly waybill?: string;
  readonly kind: Schemas['IncomingKind'];
  readonly channel: Schemas['IncomingChannel'];
  /** `YYYY-MM-DDTHH:mm` in the office's time. */
  readonly arrivedAt?: string;
  readonly senderAreaCode?: string;
  readonly senderName?: string;
  readonly letterNo?: string;
  readonly letterDated?: string;
  readonly person?: { readonly name?: string; readonly idNumber?: string };
  readonly scanReference?: string;
  readonly reasonCode?: string;
  readonly note?: string;
}

export const FIRST_PAPER: Pick<PaperValues, 'kind' | 'channel'> = { kind: 'letter', channel: 'ems' };

/** What was not legible is left out. */
export function toNewIncoming(values: PaperValues): Schemas['NewIncoming'] {
  const { kind, channel, arrivedAt = '', person = {}, senderAreaCode, senderName, reasonCode, ...texts } = values;
  const named = filled(person);
  return {
    ...filled(texts),
    kind,
    channel,
    arrivedAt: instantOfInput(arrivedAt) ?? '',
    // What was typed before somebody found the office in the directory.
    ...(senderAreaCode ? { senderAreaCode } : filled({ senderName })),
    ...(kind === 'dispute' && filled({ reasonCode })),
    ...(Object.keys(named).length > 0 && { person: named }),
  };
}

function filled<Name extends string>(fields: { readonly [Key in Name]?: string | undefined }): {
  [Key in Name]?: string;
} {
  const entries = Object.entries<string | undefined>(fields).flatMap(([name, text]) =>
    text?.trim() ? [[name, text.trim()]] : [],
  );
  return Object.fromEntries(entries) as { [Key in Name]?: string };
}

/** Of a pile the papers came in one way, and those of an earlier day on that day. */
export function nextPaper({ kind, channel, arrivedAt }: PaperValues, officeNow: string): PaperValues {
  const now = inputOfInstant(officeNow);
  const isEarlier = arrivedAt !== undefined && arrivedAt.slice(0, 10) < dayOf(officeNow);
  return { kind, channel, arrivedAt: isEarlier ? arrivedAt : now };
}
