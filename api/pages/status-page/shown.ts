/** All that a page is drawn from, as HTML or as plain text. */
import type { TransferStatus } from '../../../db/reading/status-page.ts';
import type { PersonLanguage } from '../../../domain/person-language.ts';
import type { Procedure } from '../../../domain/procedures/procedure.ts';
import type { Contact } from './told.ts';

export type Failure = 'shape' | 'wrong' | 'locked' | 'again' | 'away';

/** How it is drawn; kept in the address and in the forms of the page, nowhere else. */
export interface View {
  readonly language: PersonLanguage;
  readonly large: boolean;
}

export interface StatusPage extends View {
  readonly code: string;
  readonly status?: TransferStatus | undefined;
  /** Whose words the steps have. */
  readonly procedure?: Procedure | undefined;
  /** The same of what goes on from it, in its order. */
  readonly linkedProcedures?: readonly (Procedure | undefined)[];
  /** Lets the same page be drawn again in another language without the digits. */
  readonly ticket?: string | undefined;
  readonly failure?: Failure | undefined;
  /** Which of the two fields do not look as they must. */
  readonly wrongFields?: readonly ('code' | 'phoneLastFour')[];
  readonly lockedMinutes?: number;
  readonly contact?: Contact | undefined;
}
