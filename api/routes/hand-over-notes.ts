/** What who leaves a transfer writes for who takes it over. */
import { Router } from 'express';
import { mayWriteNote, readNote, writeNote } from '../../db/holding/hand-over-notes.ts';
import { findNote, listNotesFor, listNotesOf } from '../../db/reading/hand-over-notes.ts';
import { requireTransfer } from '../../db/reading/transfer-rows.ts';
import { refuseDefects } from '../../domain/errors.ts';
import { decodeCursor, encodeCursor, INSTANT, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { idempotencyKey } from '../handling/idempotency-key.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const handOverNotesRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/transfers/:id/hand-over-notes', ofTransfer(deps))
    .post('/transfers/:id/hand-over-notes', write(deps))
    .get('/hand-over-notes', forMe(deps))
    .post('/hand-over-notes/:id/reading', markRead(deps));

const ofTransfer =
  ({ db, keyring }: Dependencies): Handler<'listHandOverNotes'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { id } = req.params;
    await requireTransfer(db, me.officeId, id);
    const [items, mayWrite] = await Promise.all([listNotesOf(db, keyring, id, me.id), mayWriteNote(db, me, id)]);
    res.json({ items, mayWrite });
  };

const write =
  ({ db, keyring }: Dependencies): Handler<'writeHandOverNote'> =>
  async (req, res) => {
    const { me } = res.locals;
    const text = req.body.text.trim();
    if (text === '')
      refuseDefects([{ field: 'text', code: 'missing', message: 'Say what whoever takes over must know.' }]);
    const note = { transferId: req.params.id, text, idempotencyKey: idempotencyKey(req) };
    const id = await writeNote(db, keyring, me, note);
    res.status(201).json(await findNote(db, keyring, id, me.id));
  };

const forMe =
  ({ db, keyring }: Dependencies): Handler<'listMyHandOverNotes'> =>
  async (req, res) => {
    const { cursor, limit = 50 } = req.query;
    const key = decodeCursor(cursor, [INSTANT, UUID]);
    const after = key && { at: key[0]!, id: key[1]! };
    const page = await listNotesFor(db, keyring, res.locals.me, { limit, ...(after && { after }) });
    res.json({ items: page.items, next: page.next && encodeCursor([page.next.at, page.next.id]) });
  };

const markRead =
  ({ db, keyring }: Dependencies): Handler<'markHandOverNoteRead'> =>
  async (req, res) => {
    const { me } = res.locals;
    await readNote(db, me, req.params.id);
    res.json(await findNote(db, keyring, req.params.id, me.id));
  };
