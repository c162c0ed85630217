import type { Recorded } from '../../api/record-fact.ts';
import type { TransferDetail } from '../../api/types.ts';
import type { Standing } from '../transfer/facts/standing.ts';

export interface DeskProps {
  readonly transfer: TransferDetail;
  readonly standing: Standing;
  readonly onDone: (recorded: Recorded) => void;
}
