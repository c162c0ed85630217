/** From the fields of a form to the fact that the contract knows. Pure. */
import type { NewFact, NewFactKind, ProcedureStep } from '../../../api/types.ts';
import { instantOfInput } from '../../../format/day.ts';
import { fenOf } from '../../../format/fen.ts';
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
  /** Only a part can move. */
  readonly part?: boolean;
  readonly formNo?: string;
  /** As they are typed, in yuan. */
  readonly accountTotalFen?: string;
  readonly pooledFundFen?: string;
  readonly totalFen?: string;
  readonly amountFen?: string;
  /** Of our own form: its day, and whether it is the one that follows from the rows. */
  readonly transferredOn?: string;
  readonly temporaryAccount?: boolean;
  readonly fromContributions?: 'rows';
  readonly form?: InfoFormDraft;
  readonly correctedForm?: InfoFormDraft;
}

const INSTANTS = ['occurredAt', 'correctedOccurredAt'] as const;
const AMOUNTS = ['accountTotalFen', 'pooledFundFen', 'totalFen', 'amountFen'] as const;

/** Empty fields are left out: the contract says what their absence means. */
export function toFact(kind: NewFactKind, values: FactValues, open?: ProcedureStep): NewFact {
  const { form, correctedForm, part, transferredOn, temporaryAccount, fromContributions, ...plain } = values;
  const fields = Object.entries(plain)
    .map(([name, value]): [string, unknown] => [name, typeof value === 'string' ? value.trim() : value])
    .map(([name, value]): [string, unknown] => [name, isInstant(name) ? instantOfInput(String(value ?? '')) : value])
    .filter(([, value]) => value !== undefined && value !== '');
  const fact = Object.fromEntries(fields);
  for (const name of AMOUNTS) if (name in fact) fact[name] = fenOf(String(fact[name]));
  if (values.outcome !== undefined && !part && !wantsReason(open, values.outcome)) delete fact['reasonCode'];
  if (values.channel === 'platform' && HAS_WAYBILL.includes(kind)) delete fact['waybill'];
  if (values.channel === 'platform' || !values.sameEnvelope) delete fact['sameEnvelope'];
  return {
    ...fact,
    kind,
    ...(kind === 'infoFormReceived' && { form: toInfoForm(form ?? {}) }),
    ...(fromContributions === 'rows' &&
      transferredOn !== undefined && {
        fromContributions: { transferredOn, ...(temporaryAccount === true && { temporaryAccount }) },
      }),
    ...(correctedForm && { correctedForm: toInfoForm(correctedForm) }),
  } as NewFact;
}

/** Where it goes over the platform there is none. */
const HAS_WAYBILL: readonly NewFactKind[] = ['letterSent', 'infoFormSent', 'infoFormReissued'];

const isInstant = (name: string): boolean => (INSTANTS as readonly string[]).includes(name);
