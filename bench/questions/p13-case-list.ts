import { officeOn } from '../engines/office-processes.ts';
import { currentOffice } from '../generate/generated-office.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { percentile, warm } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';
import { race } from '../race.ts';

const CLERKS = 100;

export const question: Question = {
  id: 'P13',
  table: 2,
  question: 'case list while 100 clerks ask at once, p95 over HTTP',
  against: '–',
  goal: { p95: atMost(300, 'ms'), refused: atMost(0, '') },
  async run(context) {
    const scratch = await currentOffice(context);
    const office = await officeOn(context, scratch);
    const { databaseUrl } = office;
    const owners = await ask<{ id: string }>(databaseUrl, `select id from staff where username like 'clerk___'`);
    const headers = { authorization: `Bearer ${office.tokens.get('clerk1')!}` };
    let refused = 0;
    const list = async (no: number): Promise<void> => {
      const mine = no % 2 === 0 ? `&ownerId=${owners[no % owners.length]!.id}` : '';
      const answer = await fetch(`${office.url}/transfers?limit=50${mine}`, { headers });
      if (answer.status === 503) refused += 1;
      else if (!answer.ok) throw new Error(`the list answered ${answer.status}`);
      await answer.arrayBuffer();
    };
    const ask95 = async () => {
      refused = 0;
      const p95 = percentile(warm(await closedLoop(CLERKS, context.size(4_000, 400), list)), 95);
      return { p95, refused };
    };
    const results = await race(context, { list: ask95 });
    return {
      measures: { p95: results['list'].map((one) => one.p95), refused: results['list'].map((one) => one.refused) },
      remarks: [
        `${scratch.transfers} transfers, one in a hundred open; nobody thinks between two requests, one API process`,
      ],
    };
  },
};
