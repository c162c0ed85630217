/** What the office says of itself. */
import { isDeepStrictEqual } from 'node:util';
import { Router } from 'express';
import { hasSecondAdministrator } from '../../db/approvals/access.ts';
import { changeOfficeDetails } from '../../db/approvals/kinds/office-details.ts';
import { readOffice, readOfficeDetails } from '../../db/office/office-details.ts';
import type { Db } from '../../db/connection/connection.ts';
import { answerProposed } from '../door/proposing.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const officeRoutes = (deps: Dependencies): Router =>
  Router().get('/office', read(deps)).put('/office', change(deps));

const officeOf = async (db: Db, officeId: string) => {
  const { areaCode, ...details } = await readOffice(db, officeId);
  return { areaCode, ...details, smsPrefixes: [...details.smsPrefixes] };
};

const read =
  ({ db }: Dependencies): Handler<'readOffice'> =>
  async (_req, res) => {
    res.json(await officeOf(db, res.locals.me.officeId));
  };

/** It signs what every person reads: nobody changes that alone while a second administrator is there. */
const change =
  (deps: Dependencies): Handler<'changeOffice'> =>
  async (req, res) => {
    const { db } = deps;
    const { officeId, id: byStaffId } = res.locals.me;
    const details = { ...req.body, name: req.body.name.trim(), smsPrefixes: [...new Set(req.body.smsPrefixes)].sort() };
    if (isDeepStrictEqual(details, await readOfficeDetails(db, officeId))) {
      return void res.json(await officeOf(db, officeId));
    }
    if (await hasSecondAdministrator(db, officeId, byStaffId)) {
      return answerProposed(deps, res as never, { kind: 'officeDetails', proposal: details });
    }
    await db.transaction().execute((tx) => changeOfficeDetails(tx, details, { officeId, byStaffId }));
    res.json(await officeOf(db, officeId));
  };
