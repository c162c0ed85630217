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
  corrected: CorrectionFields,
};

export function FactFields(props: FactFieldsProps) {
  const Fields = FIELDS[props.kind];
  return Fields ? <Fields {...props} /> : null;
}
