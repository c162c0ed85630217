/** Of a transfer-out: our info form with its rows, computed from the rows of contributions at the moment in which it is made out. */
import { refuseDefects, type Defect } from '../../domain/errors.ts';
import type { DetailOf, InfoFormDetail } from '../../domain/facts/new-fact.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { readContributionsOf } from '../contributions/of-transfer.ts';
import { newInfoForm, supersedeInfoForm } from '../forms/info-forms.ts';
import type { FactContext } from './effect.ts';

type Issued = DetailOf<'infoFormIssued'>;
type Context = FactContext<Issued>;

const LINES = ['accountTotalFen', 'pooledFundFen', 'totalFen'] as const;

/** Whatever was issued before holds no longer, also where the new one has no rows. @returns the form's id; undefined without rows */
export async function issueOurForm(context: Context): Promise<string | undefined> {
  const { ledger, detail } = context;
  const form = detail.fromContributions && (await computedForm(context, detail.fromContributions));
  await supersedeInfoForm(ledger.tx, ledger.transfer.id, 'issued');
  return form && keepForm(context, form);
}

/** @throws Refusal invalid: no form follows from the rows, or another one than whoever signs it has seen */
async function computedForm({ ledger, keyring, detail }: Context, asked: NonNullable<Issued['fromContributions']>) {
  const { office_id: officeId, id: transferId } = ledger.transfer;
  refuseDefects(dayDefects(asked.transferredOn, dateOf(ledger.now)));
  const found = await readContributionsOf(ledger.tx, keyring, officeId, transferId, asked);
  const form = found?.form;
  if (!form) refuseDefects([NO_FORM]);
  refuseDefects(LINES.filter((line) => form![line] !== detail[line]).map(otherLine));
  return { ...form!, ...asked };
}

const NO_FORM: Defect = {
  field: 'fromContributions',
  code: 'noForm',
  message: 'No form follows from the rows of contributions: a base or a rate is missing, or nothing can move.',
};

const otherLine = (field: string): Defect => ({
  field,
  code: 'rowsDiffer',
  message: 'The rows of contributions say something else by now; look at the form anew.',
});

const dayDefects = (transferredOn: string, today: string): Defect[] =>
  transferredOn > today
    ? [{ field: 'fromContributions.transferredOn', code: 'future', message: 'A form is not dated ahead.' }]
    : [];

async function keepForm(context: Context, computed: InfoFormDetail): Promise<string> {
  const { ledger, keyring, detail, occurredAt, factSeq, open } = context;
  const { formNo } = detail;
  const { id, form, years, texts } = await newInfoForm(ledger.tx, {
    officeId: ledger.transfer.office_id,
    transferId: ledger.transfer.id,
    attempt: open?.attempt ?? 1,
    form: { ...computed, ...(formNo !== undefined && { formNo }) },
    secondPersonId: null,
    keyring,
    receivedAt: occurredAt,
    factSeq,
    state: 'issued',
    counterpartId: null,
    interestRates: (await ledger.ruleBook()).interestRates,
  });
  ledger.keep(...texts);
  ledger.changeRarely('form', form);
  if (years) ledger.changeRarely('form_years', years);
  return id;
}
