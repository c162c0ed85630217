/** What is said when a fact is recorded, one shape per kind; the contract's …Fact schemas have the same property names. */

export interface InfoFormYearDetail {
  /** Said of a year that is listed for its interest only; of the others the months say it. */
  readonly year?: number;
  readonly areaCode?: string;
  /** YYYYMM, both in one year; null in a year without contributions. */
  readonly fromMonth?: string | null;
  readonly toMonth?: string | null;
  readonly months: number;
  /** Null for a fixed sum without a wage base (定额缴费). */
  readonly baseFen?: number | null;
  /** Why there is none, or why it is one that a person set: then the form takes two people. */
  readonly baseReason?: string;
  readonly employerRate?: number;
  /** What the person paid of the base. */
  readonly personalRate?: number;
  /** What of the base was credited to the account, the employer's part with it. */
  readonly accountRate?: number;
  readonly creditedFen?: number;
  readonly interestFen?: number;
  readonly balanceFen?: number;
  readonly note?: string;
}

/** Lines ① to ⑥ of the form that 66号 Art. 8 calls 信息表, in fen; their names stand in docs/glossary.md. */
export interface InfoFormDetail {
  readonly formNo?: string;
  readonly receivedOn?: string;
  /** The form's own date (转移日期): it decides the year of the transfer. */
  readonly transferredOn?: string;
  /** 临时账户: everything that was paid moves. */
  readonly temporaryAccount?: boolean;
  readonly personalBefore1998Fen: number;
  readonly accountUntilLastYearFen: number;
  readonly accountThisYearFen: number;
  readonly accountTotalFen: number;
  readonly pooledFundFen: number;
  readonly totalFen: number;
  readonly years: readonly InfoFormYearDetail[];
}

export type CreditVerdict = 'match' | 'part' | 'split' | 'amountDiffers' | 'propose' | 'paidTwice' | 'suspense';

/** The outcome is one of the open step's; which of them want a reason says the procedure. */
interface Decision<Kind extends string> {
  readonly kind: Kind;
  readonly outcome: string;
  readonly reasonCode?: string;
}

/** Our form leaves, by EMS with its waybill or over the platform; an old ledger does not tell how. */
interface FormOut<Kind extends string> {
  readonly kind: Kind;
  readonly channel: 'ems' | 'platform';
  readonly waybill?: string;
}

/** The applicant withdraws after the other office has begun: it is asked, and it agrees. */
export type ContactAbout = 'withdrawalAsked' | 'withdrawalAgreed';

export type NewFactDetail =
  | Decision<'reviewed'>
  | Decision<'secondReviewed'>
  // The kind does not tell which step is meant.
  | (Decision<'decided'> & { readonly ordinal: number })
  | {
      readonly kind: 'letterSent';
      readonly channel: 'ems' | 'platform';
      readonly waybill?: string;
      readonly postedOn?: string;
      /** Another letter with this number is known, and this one lies in its envelope. */
      readonly sameEnvelope?: boolean;
    }
  | { readonly kind: 'letterDelivered'; readonly letterId?: string }
  | { readonly kind: 'letterReturned'; readonly reasonCode: string; readonly letterId?: string }
  | { readonly kind: 'letterLost' }
  | { readonly kind: 'returnedByCounterpart'; readonly reasonCode: string }
  | { readonly kind: 'infoFormReceived'; readonly form: InfoFormDetail }
  | {
      readonly kind: 'fundReceived';
      readonly creditId: string;
      readonly partId: string;
      readonly amountFen: number;
      readonly verdict: CreditVerdict;
    }
  | {
      readonly kind: 'fundReversed';
      readonly creditId: string;
      readonly partId: string;
      readonly amountFen: number;
      /** The bank's entry that took it back. */
      readonly entryId: string;
    }
  | { readonly kind: 'fundsAgreed' }
  | { readonly kind: 'sentBackToCounterpart'; readonly reasonCode: string }
  | { readonly kind: 'entered' }
  /** A paper of the other office, registered on its day (`incoming_papers`). */
  | { readonly kind: 'letterReceived'; readonly incomingId: string }
  | { readonly kind: 'chased'; readonly incomingId: string }
  | {
      readonly kind: 'letterChecked';
      readonly outcome: string;
      /** Not everything can move: for this reason, which the person is told in writing. The rest moves. */
      readonly reasonCode?: string;
    }
  | { readonly kind: 'letterSentBack'; readonly reasonCode: string }
  | { readonly kind: 'untransferableTold'; readonly channel: string }
  | { readonly kind: 'certificateIssued' }
  | {
      readonly kind: 'infoFormIssued';
      readonly formNo?: string;
      /** Lines ④, ⑤ and ⑥. */
      readonly accountTotalFen: number;
      readonly pooledFundFen: number;
      readonly totalFen: number;
      /** It is the one that follows from the rows of contributions. */
      readonly fromContributions?: { readonly transferredOn: string; readonly temporaryAccount?: boolean };
    }
  | Decision<'remittanceChecked'>
  | {
      readonly kind: 'fundSent';
      /** Absent: a row of an old ledger that does not tell it. */
      readonly amountFen?: number;
    }
  | FormOut<'infoFormSent'>
  | FormOut<'infoFormReissued'>
  | { readonly kind: 'relationEnded' }
  | { readonly kind: 'disputeReceived'; readonly reasonCode: string; readonly incomingId?: string }
  | { readonly kind: 'booked'; readonly amountFen?: number }
  | { readonly kind: 'held'; readonly reasonCode: string; readonly reviewOn: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'withdrawn'; readonly reasonCode?: string }
  | { readonly kind: 'closedWithoutTransfer'; readonly reasonCode: string }
  /** By whoever records it, or by a colleague to whom the manager gives it. */
  | { readonly kind: 'takenOver'; readonly toStaffId?: string }
  | {
      readonly kind: 'counterpartContacted';
      readonly channel: string;
      readonly legalGround?: string;
      readonly about?: ContactAbout;
    }
  | { readonly kind: 'personTold'; readonly taskId: string; readonly channel: string }
  | {
      readonly kind: 'corrected';
      readonly correctsSeq: number;
      readonly correctedOccurredAt?: string;
      /** Of the fact that brought an info form: the figures as they are right. */
      readonly correctedForm?: InfoFormDetail;
      /** Of the fact that took the person in. */
      readonly correctedName?: string;
    };

export type DetailOf<K extends NewFactDetail['kind']> = Extract<NewFactDetail, { kind: K }>;
