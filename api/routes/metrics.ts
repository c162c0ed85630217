/** The figures, and exactly the cases behind each of them. */
import { Router } from 'express';
import { refuseDefects, type Defect } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../../db/connection/connection.ts';
import { listBucket } from '../../db/metrics/completion-cases.ts';
import { readCompletion } from '../../db/metrics/completion.ts';
import { readMoneyBoard } from '../../db/metrics/money-board.ts';
import { readOpenWork } from '../../db/metrics/open-work.ts';
import { readStepTimes } from '../../db/metrics/step-times.ts';
import { readVolume } from '../../db/metrics/volume.ts';
import { officeNow } from '../../db/office/clock.ts';
import { listTransferRowsByIds } from '../../db/reading/transfer-rows.ts';
import { decodeCursor, encodeCursor } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const metricsRoutes = ({ db, keyring }: Dependencies): Router =>
  Router()
    .get('/metrics/completion', completion(db))
    .get('/metrics/completion/transfers', completionTransfers(db, keyring))
    .get('/metrics/progress', openWork(db))
    .get('/metrics/volume', volume(db))
    .get('/metrics/steps', stepTimes(db))
    .get('/metrics/money', moneyBoard(db));

interface Asked {
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** As of today unless another day was asked for. Of the future there is no figure: what it will say nobody knows yet. */
async function asked(db: Db, officeId: string, { direction, from, to, asOf, knownAt }: Asked) {
  const now = await officeNow(db);
  const day = asOf ?? dateOf(now);
  const defects = [
    periodDefects({ from, to }),
    day > dateOf(now) ? future('asOf') : [],
    knownAt !== undefined && new Date(knownAt) > now ? future('knownAt') : [],
  ].flat();
  return { defects, question: { officeId, direction, from, to, asOf: day, knownAt: knownAt ?? null } };
}

const periodDefects = ({ from, to }: { from: string; to: string }): Defect[] =>
  from <= to ? [] : [{ field: 'to', code: 'beforeFrom', message: 'The last day lies before the first: swap them.' }];

const future = (field: string): Defect[] => [
  { field, code: 'future', message: 'This lies in the future of the office clock.' },
];

const completion =
  (db: Db): Handler<'readCompletion'> =>
  async (req, res) => {
    const { question, defects } = await asked(db, res.locals.me.officeId, req.query);
    refuseDefects(defects);
    const { direction, from, to, asOf, knownAt } = question;
    const figures = await readCompletion(db, { ...question, compareWith: req.query.compareWith });
    res.json({ direction, from, to, asOf, knownAt, ...figures });
  };

const completionTransfers =
  (db: Db, keyring: Dependencies['keyring']): Handler<'listCompletionTransfers'> =>
  async (req, res) => {
    const { bucket, cursor, limit } = req.query;
    const after = decodeCursor(cursor, [/^.{1,60}$/]);
    const { question, defects } = await asked(db, res.locals.me.officeId, req.query);
    const page = await listBucket(db, question, bucket, { afterCaseNo: after?.[0], limit: Number(limit ?? 50) });
    refuseDefects([...defects, ...(page ? [] : [unknownBucket(question.direction)])]);
    res.json({
      items: await listTransferRowsByIds(db, keyring, page?.transferIds ?? []),
      next: page?.next == null ? null : encodeCursor([page.next]),
      count: page?.count ?? 0,
    });
  };

const unknownBucket = (direction: string): Defect => ({
  field: 'bucket',
  code: 'otherDirection',
  message: `Transfers-${direction} have no such number; ask for the other direction.`,
});

const openWork =
  (db: Db): Handler<'readOpenWork'> =>
  async (_req, res) => {
    res.json(await readOpenWork(db, res.locals.me.officeId));
  };

const volume =
  (db: Db): Handler<'readVolume'> =>
  async (req, res) => {
    const { from, to, compareWith } = req.query;
    refuseDefects(periodDefects(req.query));
    res.json({ from, to, ...(await readVolume(db, { officeId: res.locals.me.officeId, from, to, compareWith })) });
  };

const stepTimes =
  (db: Db): Handler<'readStepTimes'> =>
  async (req, res) => {
    const { from, to, compareWith } = req.query;
    refuseDefects(periodDefects(req.query));
    res.json({ from, to, ...(await readStepTimes(db, { officeId: res.locals.me.officeId, from, to, compareWith })) });
  };

const moneyBoard =
  (db: Db): Handler<'readMoney'> =>
  async (_req, res) => {
    res.json(await readMoneyBoard(db, res.locals.me.officeId));
  };
