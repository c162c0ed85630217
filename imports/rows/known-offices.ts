/** Offices of other regions, as far as a reader needs them. */

export interface KnownOffice {
  readonly name: string;
  /** `ems`: letters go by EMS and have a waybill; `platform`: over the national platform. */
  readonly channel: 'ems' | 'platform';
}

/** By area code. */
export type OfficeDirectory = ReadonlyMap<string, KnownOffice>;
