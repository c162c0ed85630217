/** Talks with people, the promises made in them, and who was asked to be whom before something was told. */
import { Router } from 'express';
import { readContactFigures } from '../../db/contacts/figures.ts';
import { checkIdentity } from '../../db/contacts/identity.ts';
import { listContacts, readContact } from '../../db/contacts/list.ts';
import { listPromises } from '../../db/contacts/promise-list.ts';
import { recordContact } from '../../db/contacts/record.ts';
import { listTopics } from '../../db/contacts/topics.ts';
import { refuseDefects } from '../../domain/errors.ts';
import { decodeCursor, encodeCursor, INSTANT, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { periodDefects, tooManyMonths } from '../handling/figure-question.ts';
import type { Handler, ReplyOf } from '../handling/handler.ts';
import { sentOnce } from '../handling/idempotency-key.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'identity'>;

export const contactsRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/contact-topics', topics(deps))
    .post('/identity-checks', check(deps))
    .post('/contacts', record(deps))
    .get('/contacts', list(deps))
    .get('/promises', promises(deps))
    .get('/metrics/contacts', figures(deps));

const topics =
  ({ db }: Dependencies): Handler<'listContactTopics'> =>
  async (_req, res) => {
    res.json({ items: await listTopics(db) } as unknown as ReplyOf<'listContactTopics'>);
  };

const check =
  ({ db, keyring, identity }: Dependencies): Handler<'checkIdentity'> =>
  async (req, res) => {
    const { me } = res.locals;
    const asked = { ...req.body, officeId: me.officeId, byStaffId: me.id };
    res.status(201).json(await checkIdentity(db, keyring, identity, asked));
  };

const record =
  ({ db, keyring }: Dependencies): Handler<'recordContact'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { occurredAt, promise, toldPersonal = false, identity = 'notChecked', ...said } = req.body;
    const id = await recordContact(db, keyring, {
      ...said,
      toldPersonal,
      identity,
      ...(occurredAt !== undefined && { occurredAt: new Date(occurredAt) }),
      ...(promise && { promise: { ...promise, dueAt: new Date(promise.dueAt) } }),
      officeId: me.officeId,
      byStaffId: me.id,
      ...sentOnce(req),
    });
    res.status(201).json(await readContact(db, keyring, me.officeId, id));
  };

const list =
  ({ db, keyring }: Dependencies): Handler<'listContacts'> =>
  async (req, res) => {
    const { cursor, limit = 50, ...asked } = req.query;
    refuseDefects(periodDefects(asked));
    const { items, next } = await listContacts(db, keyring, {
      ...asked,
      ...pageOf(cursor),
      limit,
      officeId: res.locals.me.officeId,
    });
    res.json({ items, next: next && encodeCursor([next.at, next.id]) });
  };

const promises =
  ({ db, keyring }: Dependencies): Handler<'listPromises'> =>
  async (req, res) => {
    const { cursor, limit = 50, mine = false, ...asked } = req.query;
    const { officeId, id } = res.locals.me;
    refuseDefects(periodDefects(asked));
    const ownerId = mine ? id : undefined;
    const { items, next } = await listPromises(db, keyring, { ...asked, ...pageOf(cursor), limit, officeId, ownerId });
    res.json({ items, next: next && encodeCursor([next.at, next.id]) });
  };

function pageOf(cursor: string | undefined): { after?: { at: string; id: string } } {
  const key = decodeCursor(cursor, [INSTANT, UUID]);
  return key ? { after: { at: key[0]!, id: key[1]! } } : {};
}

const figures =
  ({ db }: Dependencies): Handler<'readContactFigures'> =>
  async (req, res) => {
    const { from, to } = req.query;
    refuseDefects([periodDefects(req.query), from <= to ? tooManyMonths({ from, to }) : []].flat());
    res.json({ from, to, ...(await readContactFigures(db, res.locals.me.officeId, { from, to })) });
  };
