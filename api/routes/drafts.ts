/** What somebody has typed and not sent, for another browser of theirs. */
import { Router } from 'express';
import { dropDraft, listDrafts, saveDraft } from '../../db/drafts/drafts.ts';
import { draftLimit } from '../door/draft-limit.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const draftsRoutes = (deps: Dependencies): Router =>
  Router().get('/drafts', list(deps)).put('/drafts/:name', save(deps)).delete('/drafts/:name', drop(deps));

const list =
  ({ db, keyring }: Dependencies): Handler<'listDrafts'> =>
  async (_req, res) => {
    res.json({ items: await listDrafts(db, keyring, res.locals.me.id) });
  };

const save = ({ db, keyring }: Dependencies): Handler<'saveDraft'> => {
  const limit = draftLimit(db);
  return async (req, res) => {
    const { id: staffId } = res.locals.me;
    const { text, seen } = req.body;
    await limit.spend(staffId);
    res.json(await saveDraft(db, keyring, { staffId, name: req.params.name, text, seen }));
  };
};

const drop =
  ({ db }: Dependencies): Handler<'dropDraft'> =>
  async (req, res) => {
    await dropDraft(db, { staffId: res.locals.me.id, name: req.params.name });
    res.status(204).end();
  };
