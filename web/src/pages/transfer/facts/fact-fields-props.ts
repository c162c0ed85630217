import type { NewFactKind, TransferDetail } from '../../../api/types.ts';
import type { Standing } from './standing.ts';

export interface FactFieldsProps {
  readonly kind: NewFactKind;
  readonly transfer: TransferDetail;
  readonly standing: Standing;
}
