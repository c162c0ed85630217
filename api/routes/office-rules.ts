/** The office's dated rules: how long it gives itself, from which day. */
import { Router } from 'express';
import { hasSecondAdministrator } from '../../db/approvals/access.ts';
import { setOfficeRule } from '../../db/approvals/kinds/office-rule.ts';
import { listOfficeRules } from '../../db/office/office-rules.ts';
import { boundsOf } from '../../domain/office-rules.ts';
import { answerProposed } from '../door/proposing.ts';
import type { Db } from '../../db/connection/connection.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const officeRulesRoutes = (deps: Dependencies): Router =>
  Router().get('/office-rules', list(deps)).put('/office-rules', put(deps));

const list =
  ({ db }: Dependencies): Handler<'listOfficeRules'> =>
  async (_req, res) => {
    res.json({ items: await rulesWithBounds(db) });
  };

const put =
  (deps: Dependencies): Handler<'putOfficeRule'> =>
  async (req, res) => {
    const { db } = deps;
    const { officeId, id: byStaffId } = res.locals.me;
    const { direction = null, procedureType = null, region = '', ...said } = req.body;
    const rule = { ...said, direction, procedureType, region };
    if (await hasSecondAdministrator(db, officeId, byStaffId)) {
      return answerProposed(deps, res as never, { kind: 'officeRule', proposal: rule });
    }
    await db.transaction().execute((tx) => setOfficeRule(tx, rule, { officeId, byStaffId }));
    res.json({ items: await rulesWithBounds(db) });
  };

async function rulesWithBounds(db: Db) {
  const rules = await listOfficeRules(db);
  return rules.map((rule) => {
    const { least, most, law } = boundsOf(rule.name);
    return {
      ...rule,
      direction: rule.direction as 'in' | 'out' | null,
      ahead: [...rule.ahead],
      least,
      most,
      law: law ?? null,
    };
  });
}
