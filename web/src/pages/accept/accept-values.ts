/** From the counter's form to what the contract accepts. Pure. */
import { foldNumber } from '../../../../domain/folded-text.ts';
import type { Schemas } from '../../api/types.ts';

export interface AcceptValues {
  readonly person: {
    readonly name?: string;
    readonly idNumber?: string;
    readonly mobile?: string;
    readonly address?: string;
    readonly oldIdNumber?: string;
    readonly passportOf?: string;
    readonly bornOn?: string;
    readonly sex?: Schemas['Sex'];
  };
  readonly counterpartAreaCode: string;
  readonly scheme: Schemas['Scheme'];
  /** Undefined: nobody has answered yet. */
  readonly localHukou?: boolean;
  readonly insuredHere?: boolean;
  readonly drawsPension?: boolean;
  readonly benefitPlaceHere?: boolean;
  readonly firstInsuredHereOn?: string;
  readonly proofs?: Schemas['Proof'][];
  readonly approvedMove: boolean;
  readonly migrantWorker?: boolean;
  readonly queueNumber?: string;
  readonly employer?: { readonly name?: string; readonly telephone?: string };
  readonly agent?: { readonly name?: string; readonly telephone?: string; readonly relation?: string };
}

/** Fields that were left empty are left out; a part of which nothing is filled in too. */
export function toNewTransfer(values: AcceptValues): Schemas['NewTransfer'] {
  const { person, employer = {}, agent = {}, queueNumber = '', ...answers } = values;
  const { sex, ...written } = person;
  const plain = Object.fromEntries(
    Object.entries(answers).filter(([, said]) => said != null && said !== ''),
  ) as typeof answers;
  const employed = filled(employer);
  const acting = filled(agent);
  const ticket = foldNumber(queueNumber);
  return {
    ...plain,
    // An empty form is sent too: the office names what is missing.
    person: { name: '', idNumber: '', ...filled(written), ...(sex && { sex }) },
    ...(ticket !== '' && { queueNumber: ticket }),
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
