/** From the counter's form to what the contract accepts. Pure. */
import type { Schemas } from '../../api/types.ts';

export interface AcceptValues {
  readonly person: { readonly name: string; readonly idNumber: string; readonly mobile?: string };
  readonly counterpartAreaCode: string;
  readonly scheme: Schemas['Scheme'];
  readonly localHukou: boolean;
  readonly approvedMove: boolean;
  readonly employer?: { readonly name?: string; readonly telephone?: string };
  readonly agent?: { readonly name?: string; readonly telephone?: string; readonly relation?: string };
}

/** Fields that were left empty are left out; a part of which nothing is filled in too. */
export function toNewTransfer(values: AcceptValues): Schemas['NewTransfer'] {
  const { person, employer = {}, agent = {}, ...plain } = values;
  const employed = filled(employer);
  const acting = filled(agent);
  return {
    ...plain,
    person: { name: person.name.trim(), idNumber: person.idNumber.trim(), ...filled({ mobile: person.mobile }) },
    ...(Object.keys(employed).length > 0 && { employer: employed }),
    // Without a name the server says at this field that it is missing.
    ...(Object.keys(acting).length > 0 && { agent: { name: '', ...acting } }),
  };
}

function filled(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])),
  );
}
