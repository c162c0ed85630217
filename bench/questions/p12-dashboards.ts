import { readOpenWork } from '../../db/metrics/open-work.ts';
import { currentOffice } from '../generate/generated-office.ts';
import { executionMs, statementsOf } from '../measuring/captured.ts';
import { atMost, type Question } from '../question.ts';
import { race, ratios } from '../race.ts';
import { lookUpMs } from './p11-worklist.ts';

/** There is no read model by province yet: asked of the current rows. */
const BY_STEP_IN_PROVINCE = `select steps.step, count(*), count(*) filter (where steps.due_at < office_now()) as overdue
  from steps join transfers on transfers.id = steps.transfer_id join counterparts on counterparts.id = transfers.counterpart_id
  where steps.closed_at is null and steps.office_id = $1 and counterparts.area_code like $2 group by steps.step`;

export const question: Question = {
  id: 'P12',
  table: 2,
  question: 'one province by step, and all open work on one board, PostgreSQL’s own time',
  against: 'one indexed look-up',
  goal: { province: atMost(15), nation: atMost(200) },
  async run(context) {
    const scratch = await currentOffice(context);
    const board = await statementsOf(scratch.databaseUrl, (db) => readOpenWork(db, 'generated'));
    const province = [{ sql: BY_STEP_IN_PROVINCE, parameters: ['generated', '32%'] }];
    const results = await race(context, {
      lookUp: () => lookUpMs(scratch),
      province: () => executionMs(scratch.databaseUrl, province, 11),
      nation: () => executionMs(scratch.databaseUrl, board, 11),
    });
    return {
      measures: {
        province: ratios(results['province'], results['lookUp']),
        nation: ratios(results['nation'], results['lookUp']),
      },
      figures: Object.entries(results).map(([name, values]) => ({ name, unit: 'ms', values })),
      remarks: [`${scratch.transfers} transfers, one in a hundred open`],
    };
  },
};
