/** Offices of other regions, as far as a reader needs them. */

export interface KnownOffice {
  readonly name: string;
  /** `post`: letters go by EMS and have a waybill; `platform`: over the national platform. */
  readonly channel: 'post' | 'platform';
}

/** By area code. */
export type OfficeDirectory = ReadonlyMap<string, KnownOffice>;
