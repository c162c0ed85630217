/** What only a practice office has; in production these addresses do not exist. */
import { Router } from 'express';
import { theOffice } from '../../db/office/office.ts';
import { listPracticeAccounts } from '../../db/office/staff.ts';
import { Refusal } from '../../domain/errors.ts';
import { PRACTICE_PASSWORD } from '../../domain/staff/practice.ts';
import { practicePhone } from '../../gateways/practice-phone.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'config'>;

export const practiceRoutes = (deps: Dependencies): Router =>
  Router().get('/practice/accounts', accounts(deps)).get('/practice/messages', messages(deps));

/** @throws Refusal not-found in an office at work */
export function requirePractice({ config }: Pick<ApiDependencies, 'config'>): void {
  if (!config.practice) throw new Refusal('not-found', 'There is nothing at this address.');
}

const accounts =
  (deps: Dependencies): Handler<'listPracticeAccounts'> =>
  async (_req, res) => {
    requirePractice(deps);
    const { id } = await theOffice(deps.db);
    const items = (await listPracticeAccounts(deps.db, id)).map(({ username, displayName, roles }) => ({
      username,
      displayName,
      roles,
      password: PRACTICE_PASSWORD,
    }));
    res.json({ items });
  };

const messages =
  (deps: Dependencies): Handler<'listPracticeMessages'> =>
  async (_req, res) => {
    requirePractice(deps);
    const address = deps.config.practicePhoneUrl;
    if (!address) return void res.json({ items: [] });
    const items = await practicePhone(address)
      .messages()
      .catch(() => {
        throw new Refusal('unavailable', 'The practice phone does not answer; is the SMS centre running?');
      });
    res.json({ items });
  };
