import type { ComponentType } from 'react';
import type { NewFactKind, TransferDetail } from '../../../api/types.ts';
import type { Step } from '../../../../../domain/steps.ts';
import {
  ContactFields,
  CorrectionFields,
  DecisionFields,
  HoldFields,
  LetterFields,
  ReasonFields,
  ToldFields,
} from './fields.tsx';
import { InfoFormFields } from './info-form-fields.tsx';

export interface FactFieldsProps {
  readonly kind: NewFactKind;
  readonly transfer: TransferDetail;
  readonly openStep: Step | undefined;
}

/** The fields of its own that a fact has; most have none. */
const FIELDS: Partial<Record<NewFactKind, ComponentType<FactFieldsProps>>> = {
  reviewed: DecisionFields,
  secondReviewed: DecisionFields,
  letterSent: LetterFields,
  letterReturned: ReasonFields,
  returnedByCounterpart: ReasonFields,
  sentBackToCounterpart: ReasonFields,
  withdrawn: ReasonFields,
  closedWithoutTransfer: ReasonFields,
  infoFormReceived: InfoFormFields,
  held: HoldFields,
  counterpartContacted: ContactFields,
  personTold: ToldFields,
  corrected: CorrectionFields,
};

export function FactFields(props: FactFieldsProps) {
  const Fields = FIELDS[props.kind];
  return Fields ? <Fields {...props} /> : null;
}
