import type { Step } from '../../../../../domain/procedures/index.ts';
import type { NewFactKind, TransferDetail } from '../../../api/types.ts';

export interface FactFieldsProps {
  readonly kind: NewFactKind;
  readonly transfer: TransferDetail;
  readonly openStep: Step | undefined;
}
