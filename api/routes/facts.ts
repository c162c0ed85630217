/** What happened to a transfer: recorded by the office, read as its history. */
import { Router } from 'express';
import { asEvent, listEvents, readEvent } from '../../db/reading/history.ts';
import type { Db } from '../../db/connection/connection.ts';
import { recordFact } from '../../db/counter/record-fact.ts';
import type { RecordedFact } from '../../db/facts/fact.ts';
import { staffRef } from '../../db/office/staff.ts';
import { asOpenStep, readOpenStep, requireTransfer } from '../../db/reading/transfer-rows.ts';
import { Refusal } from '../../domain/errors.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { mayRecord } from '../../domain/staff/permissions.ts';
import { bodyHash } from '../handling/canonical-json.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { BodyOf, Handler } from '../handling/handler.ts';
import { answerProposed } from '../door/proposing.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'events'>;

export const factsRoutes = (deps: Dependencies): Router =>
  Router().get('/transfers/:id/events', list(deps)).post('/transfers/:id/facts', record(deps));

const list =
  ({ db, keyring }: Dependencies): Handler<'listEvents'> =>
  async (req, res) => {
    const { after = 0, limit = 50 } = req.query;
    await requireTransfer(db, res.locals.me.officeId, req.params.id);
    res.json(await listEvents(db, keyring, req.params.id, { after, limit }));
  };

const record =
  (deps: Dependencies): Handler<'recordFact'> =>
  async (req, res) => {
    const { db, keyring, events } = deps;
    const { me } = res.locals;
    const { detail, occurredAt, note } = factOf(req.body);
    if (!mayRecord(me.roles, detail.kind)) {
      throw new Refusal('forbidden', `Your roles do not record “${detail.kind}”; ask a colleague of the step.`);
    }
    if (detail.kind === 'corrected') {
      const { kind, correctsSeq, correctedOccurredAt } = detail;
      const proposal = {
        transferId: req.params.id,
        correctsSeq,
        ...(correctedOccurredAt !== undefined && { correctedOccurredAt }),
      };
      const idempotencyKey = req.get('Idempotency-Key');
      return answerProposed(deps, res, { kind, proposal, note, idempotencyKey, bodyHash: bodyHash(req.body) });
    }
    const recorded = await recordFact(db, keyring, {
      transferId: req.params.id,
      officeId: me.officeId,
      detail,
      ...(occurredAt && { occurredAt: new Date(occurredAt) }),
      note,
      by: { staffId: me.id, source: 'staff' },
      idempotencyKey: req.get('Idempotency-Key'),
      bodyHash: bodyHash(req.body),
    });
    const { transferId, factSeq } = recorded;
    if (recorded.event) events.factRecorded({ transferId, kind: detail.kind, factSeq });
    res.status(recorded.event ? 201 : 200).json({
      transferId,
      event: recorded.event
        ? asEvent(recorded.event, { by: staffRef(me.id, me.displayName, me.post), confirmedBy: null }, keyring)
        : await readEvent(db, keyring, transferId, recorded.seq),
      closedStep: recorded.closed,
      openStep: await openStepNow(db, recorded),
      parked: recorded.parked,
    });
  };

/** What was written just now is not read again. */
async function openStepNow(db: Db, { transferId, opened }: RecordedFact) {
  if (opened === undefined) return readOpenStep(db, transferId);
  return opened && asOpenStep(opened);
}

/** The contract's shapes are the domain's, with time and note beside them. */
function factOf({ occurredAt, note, ...detail }: BodyOf<'recordFact'>) {
  return { detail: detail as NewFactDetail, occurredAt, note };
}
