import { procedureRows } from '../../db/connection/procedure-rows.ts';
import { PROCEDURES } from '../../domain/procedures/index.ts';

const HEADER =
  '-- The procedures as rows. Generated from domain/procedures/ by `npm run generate`; run after every migrate.\n\n';

export const procedureStatements = (): string => HEADER + procedureRows(PROCEDURES);
