import type { ComponentType } from 'react';
import type { NewFactKind } from '../../../api/types.ts';
import {
  BookingFields,
  ContactFields,
  DecisionFields,
  HoldFields,
  LetterFields,
  ReasonFields,
  ToldFields,
} from './fields.tsx';
import { CorrectionFields } from './correction-fields.tsx';
import { FormMadeFields } from './form-made-fields.tsx';
import {
  FormOutFields,
  FundSentFields,
  LetterCheckFields,
  RemittanceCheckFields,
  ToldInWritingFields,
} from './out-fields.tsx';
import type { FactFieldsProps } from './fact-fields-props.ts';

/** The fields of its own that a fact has; most have none, and some a page (`ON_PAGE`). */
const FIELDS: Partial<Record<NewFactKind, ComponentType<FactFieldsProps>>> = {
  reviewed: DecisionFields,
  decided: DecisionFields,
  letterSent: LetterFields,
  letterReturned: ReasonFields,
  returnedByCounterpart: ReasonFields,
  sentBackToCounterpart: ReasonFields,
  withdrawn: ReasonFields,
  closedWithoutTransfer: ReasonFields,
  booked: BookingFields,
  held: HoldFields,
  counterpartContacted: ContactFields,
  personTold: ToldFields,
  letterChecked: LetterCheckFields,
  letterSentBack: ReasonFields,
  untransferableTold: ToldInWritingFields,
  infoFormIssued: FormMadeFields,
  remittanceChecked: RemittanceCheckFields,
  fundSent: FundSentFields,
  infoFormSent: FormOutFields,
  infoFormReissued: FormOutFields,
  disputeReceived: ReasonFields,
  corrected: CorrectionFields,
};

export function FactFields(props: FactFieldsProps) {
  const Fields = FIELDS[props.kind];
  return Fields ? <Fields {...props} /> : null;
}
