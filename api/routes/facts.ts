/** What happened to a transfer: recorded by the office, read as its history. */
import { Router } from 'express';
import { asEvent, listEvents, readEvent } from '../../db/reading/history.ts';
import type { Db } from '../../db/connection/connection.ts';
import { recordFact } from '../../db/counter/record-fact.ts';
import type { RecordedFact } from '../../db/facts/fact.ts';
import { readNow } from '../../db/office/clock.ts';
import { staffRef } from '../../db/office/staff.ts';
import { asOpenStep, readOpenStep, requireTransfer } from '../../db/reading/transfer-rows.ts';
import { Refusal } from '../../domain/errors.ts';
import type { DetailOf, InfoFormDetail, NewFactDetail } from '../../domain/facts/new-fact.ts';
import { decidedBases } from '../../domain/forms/info-form-bases.ts';
import { mayRecord } from '../../domain/staff/permissions.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { BodyOf, Handler } from '../handling/handler.ts';
import { sentOnce } from '../handling/idempotency-key.ts';
import { answerProposed, wasProposed } from '../door/proposing.ts';

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
    const transferId = req.params.id;
    const about = { note, ...sentOnce(req) };
    const when = occurredAt === undefined ? {} : { occurredAt };
    if (detail.kind === 'corrected') {
      const proposal = { transferId, ...correctionOf(detail) };
      return answerProposed(deps, res, { kind: 'corrected', proposal, ...about });
    }
    if (detail.kind === 'infoFormReceived' && decidedBases(detail.form).length > 0) {
      const proposal = { transferId, ...(await proposedForm(deps, detail.form, occurredAt)) };
      return answerProposed(deps, res, { kind: 'decideBase', proposal, ...about });
    }
    const recording = recordFact(db, keyring, {
      transferId,
      officeId: me.officeId,
      detail,
      ...(occurredAt && { occurredAt: new Date(occurredAt) }),
      by: { staffId: me.id, source: 'staff' },
      ...about,
    });
    const recorded = await recording.catch(async (error: unknown) => {
      const booking = { kind: 'bookOverDefects', proposal: { transferId, ...when }, ...about } as const;
      const isProposed =
        detail.kind === 'booked' &&
        error instanceof Refusal &&
        (error.refusal === 'open-defects' || (await wasProposed(deps, me, booking)));
      if (!isProposed) throw error;
      await answerProposed(deps, res, booking);
    });
    if (!recorded) return;
    const { factSeq } = recorded;
    if (recorded.event) events.factRecorded({ transferId, kind: detail.kind, factSeq });
    res.status(recorded.event ? 201 : 200).json({
      transferId,
      event: recorded.event
        ? asEvent(recorded.event, { by: staffRef(me.id, me.displayName, me.post), confirmedBy: null }, recorded.said)
        : await readEvent(db, keyring, transferId, recorded.seq),
      closedStep: recorded.closed,
      openStep: await openStepNow(db, recorded),
      parked: recorded.parked,
    });
  };

const correctionOf = ({ correctsSeq, correctedOccurredAt, correctedForm, correctedName }: DetailOf<'corrected'>) => ({
  correctsSeq,
  ...(correctedOccurredAt !== undefined && { correctedOccurredAt }),
  ...(correctedForm !== undefined && { correctedForm }),
  ...(correctedName !== undefined && { correctedName }),
});

/** It came now, or when somebody says; it is recorded later. */
async function proposedForm({ db }: Dependencies, form: InfoFormDetail, occurredAt: string | undefined) {
  const cameAt = occurredAt ?? (await readNow(db)).now.toISOString();
  return { occurredAt: cameAt, form };
}

/** What was written just now is not read again. */
async function openStepNow(db: Db, { transferId, opened }: RecordedFact) {
  if (opened === undefined) return readOpenStep(db, transferId);
  return opened && asOpenStep(opened);
}

/** The contract's shapes are the domain's, with time and note beside them. */
function factOf({ occurredAt, note, ...detail }: BodyOf<'recordFact'>) {
  return { detail: detail as NewFactDetail, occurredAt, note };
}
