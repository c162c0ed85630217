/** A person with all their transfers; who they are, how they are reached and the code by which they ask, which an office corrects. */
import { Router } from 'express';
import type { AskedIdentity } from '../../db/approvals/kinds/person-identity.ts';
import { correctContact } from '../../db/counter/correct-contact.ts';
import { giveNewStatusCode } from '../../db/counter/new-status-code.ts';
import { proceduresOf } from '../../db/connection/procedures.ts';
import { readSlip } from '../../db/counter/slip.ts';
import { recordRevealing } from '../../db/office/looked-at.ts';
import { readPersonInFull } from '../../db/reading/person-in-full.ts';
import { readPerson } from '../../db/reading/person.ts';
import { readTransferDetail } from '../../db/reading/transfer-detail.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { revealDefects } from '../../domain/persons/reveal-reasons.ts';
import { answerProposed } from '../door/proposing.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { sentOnce } from '../handling/idempotency-key.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const personsRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/transfers/:id/person', person(deps))
    .post('/transfers/:id/person/revealing', reveal(deps))
    .patch('/transfers/:id/contact', contact(deps))
    .post('/transfers/:id/status-code', newStatusCode(deps))
    .patch('/transfers/:id/identity', identity(deps))
    .post('/transfers/:id/same-person', samePerson(deps));

const noSuchTransfer = (): Refusal => new Refusal('not-found', 'There is no such transfer.');

const person =
  ({ db, keyring }: Dependencies): Handler<'readPerson'> =>
  async (req, res) => {
    const found = await readPerson(db, keyring, req.params.id, res.locals.me);
    if (!found) throw noSuchTransfer();
    const transfers = found.transfers.map(async (one) => {
      const { id, closedAt, procedure } = one.transfer;
      const hasSlip = closedAt === null && proceduresOf(db).find(procedure) !== undefined;
      return { ...one, slip: hasSlip ? await readSlip(db, id) : null };
    });
    res.json({ ...found, transfers: await Promise.all(transfers) });
  };

const reveal =
  ({ db, keyring }: Dependencies): Handler<'revealPerson'> =>
  async (req, res) => {
    const { reason, note } = req.body;
    const { me } = res.locals;
    const transferId = req.params.id;
    refuseDefects(revealDefects(reason, note));
    const inFull = await readPersonInFull(db, keyring, me.officeId, transferId);
    if (!inFull) throw noSuchTransfer();
    await recordRevealing(db, keyring, { officeId: me.officeId, staffId: me.id, transferId, reason, note });
    res.json(inFull);
  };

const contact =
  ({ db, keyring }: Dependencies): Handler<'correctContact'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { mobile, address } = req.body;
    const about = { officeId: me.officeId, transferId: req.params.id, byStaffId: me.id };
    await correctContact(db, keyring, { ...about, mobile, address });
    const detail = await readTransferDetail(db, keyring, req.params.id, me);
    if (!detail) throw noSuchTransfer();
    res.json(detail);
  };

const newStatusCode =
  ({ db }: Dependencies): Handler<'renewStatusCode'> =>
  async (req, res) => {
    const { me } = res.locals;
    await giveNewStatusCode(db, { officeId: me.officeId, transferId: req.params.id, byStaffId: me.id });
    res.status(201).json(await readSlip(db, req.params.id));
  };

/** Nothing is changed before somebody else has looked at the card too. */
const identity =
  (deps: Dependencies): Handler<'correctIdentity'> =>
  async (req, res) => {
    const { name, note, idNumber, ...more } = req.body;
    if (idNumber === undefined && Object.keys(more).length > 0) {
      refuseDefects([
        { field: 'idNumber', code: 'missing', message: 'What belongs to a number is corrected with it.' },
      ]);
    }
    const papers = idNumber === undefined ? undefined : { idNumber, ...more };
    await answerProposed(deps, res, {
      ...proposalOf(req.params.id, { name, papers }),
      note,
      ...sentOnce(req),
    });
  };

const samePerson =
  (deps: Dependencies): Handler<'joinPersons'> =>
  async (req, res) => {
    const { transferId: sameAs, note } = req.body;
    await answerProposed(deps, res, {
      ...proposalOf(req.params.id, { sameAs }),
      note,
      ...sentOnce(req),
    });
  };

const proposalOf = (transferId: string, asked: AskedIdentity) =>
  ({ kind: 'personIdentity', proposal: { transferId, asked } }) as const;
