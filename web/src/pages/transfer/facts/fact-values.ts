/** From the fields of a form to the fact that the contract knows. Pure. */
import type { NewFact, NewFactKind, ProcedureStep } from '../../../api/types.ts';
import { instantOfInput } from '../../../format/day.ts';
import { wantsReason } from './fact-rules.ts';
import { toInfoForm, type InfoFormDraft } from '../../../info-form/info-form-draft.ts';

/** Every field of every form, under the name that the contract gives it: so a defect finds its field. */
export interface FactValues {
  readonly outcome?: string;
  /** The step that is meant. */
  readonly ordinal?: number;
  readonly reasonCode?: string;
  readonly channel?: string;
  readonly waybill?: string;
  readonly postedOn?: string;
  readonly sameEnvelope?: boolean;
  readonly reviewOn?: string;
  readonly legalGround?: string;
  readonly about?: string;
  readonly taskId?: string;
  readonly correctsSeq?: number;
  /** As `<input type="datetime-local">` holds it, in the office's time. */
  readonly correctedOccurredAt?: string;
  readonly correctedName?: string;
  readonly occurredAt?: string;
  readonly note?: string;
  readonly form?: InfoFormDraft;
  readonly correctedForm?: InfoFormDraft;
}

const INSTANTS = ['occurredAt', 'correctedOccurredAt'] as const;

/** Empty fields are left out: the contract says what their absence means. */
export function toFact(kind: NewFactKind, values: FactValues, open?: ProcedureStep): NewFact {
  const { form, correctedForm, ...plain } = values;
  const fields = Object.entries(plain)
    .map(([name, value]): [string, unknown] => [name, typeof value === 'string' ? value.trim() : value])
    .map(([name, value]): [string, unknown] => [name, isInstant(name) ? instantOfInput(String(value ?? '')) : value])
    .filter(([, value]) => value !== undefined && value !== '');
  const fact = Object.fromEntries(fields);
  if (values.outcome !== undefined && !wantsReason(open, values.outcome)) delete fact['reasonCode'];
  if (values.channel === 'platform' && kind === 'letterSent') delete fact['waybill'];
  if (values.channel === 'platform' || !values.sameEnvelope) delete fact['sameEnvelope'];
  return {
    ...fact,
    kind,
    ...(kind === 'infoFormReceived' && { form: toInfoForm(form ?? {}) }),
    ...(correctedForm && { correctedForm: toInfoForm(correctedForm) }),
  } as NewFact;
}

const isInstant = (name: string): boolean => (INSTANTS as readonly string[]).includes(name);
