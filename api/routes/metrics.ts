/** The figures, and exactly the cases behind each of them. */
import { Router } from 'express';
import { refuseDefects, type Defect } from '../../domain/errors.ts';
import type { Db } from '../../db/connection/connection.ts';
import { hasBucket, listBucket } from '../../db/metrics/completion-cases.ts';
import { readCompletionGroups } from '../../db/metrics/completion-groups.ts';
import { readCompletion } from '../../db/metrics/completion.ts';
import { readMoneyBoard, readOutgoBoard } from '../../db/metrics/money-board.ts';
import { readOpenWork } from '../../db/metrics/open-work.ts';
import { readBelatedFacts } from '../../db/metrics/belated-facts.ts';
import { listTransferRowsByIds } from '../../db/reading/transfer-rows.ts';
import { decodeCursor, encodeCursor, INSTANT, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { askedFigure, groupDefects, tooManyMonths } from '../handling/figure-question.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const metricsRoutes = ({ db, keyring }: Dependencies): Router =>
  Router()
    .get('/metrics/completion', completion(db, keyring))
    .get('/metrics/completion/transfers', completionTransfers(db, keyring))
    .get('/metrics/completion/belated-facts', belatedFacts(db))
    .get('/metrics/progress', openWork(db))
    .get('/metrics/money', moneyBoard(db));

const completion =
  (db: Db, keyring: Dependencies['keyring']): Handler<'readCompletion'> =>
  async (req, res) => {
    const { by, compareWith } = req.query;
    const { question, defects } = await askedFigure(db, res.locals.me.officeId, req.query);
    refuseDefects([...defects, ...(by === 'month' ? tooManyMonths(question) : [])]);
    const { direction, from, to, asOf, knownAt } = question;
    const figures = await readCompletion(db, { ...question, compareWith });
    const groups = by ? await readCompletionGroups(db, keyring, question, by) : null;
    res.json({ direction, from, to, asOf, knownAt, ...figures, groups });
  };

const completionTransfers =
  (db: Db, keyring: Dependencies['keyring']): Handler<'listCompletionTransfers'> =>
  async (req, res) => {
    const { bucket, by, group, cursor, limit } = req.query;
    const after = decodeCursor(cursor, [/^.{1,60}$/]);
    const { question, defects } = await askedFigure(db, res.locals.me.officeId, req.query);
    const known = hasBucket(question.direction, bucket) ? [] : [unknownBucket(question.direction)];
    refuseDefects([...known, ...defects, ...groupDefects(req.query)]);
    const among = by !== undefined && group !== undefined ? { keyring, by, group } : undefined;
    const key = { afterCaseNo: after?.[0], limit: Number(limit ?? 50) };
    const page = await listBucket(db, question, bucket, among ? { ...key, among } : key);
    res.json({
      items: await listTransferRowsByIds(db, keyring, page?.transferIds ?? []),
      next: page?.next == null ? null : encodeCursor([page.next]),
      count: page?.count ?? 0,
    });
  };

const belatedFacts =
  (db: Db): Handler<'listBelatedFacts'> =>
  async (req, res) => {
    const { cursor, limit } = req.query;
    const key = decodeCursor(cursor, [INSTANT, UUID, /^\d{1,9}$/]);
    const { question, defects } = await askedFigure(db, res.locals.me.officeId, req.query);
    refuseDefects(defects);
    const after = key && { recordedAt: key[0]!, transferId: key[1]!, seq: key[2]! };
    const { next, ...late } = await readBelatedFacts(db, question, {
      limit: Number(limit ?? 50),
      ...(after && { after }),
    });
    const { direction, from, to, asOf, knownAt } = question;
    res.json({
      direction,
      from,
      to,
      asOf,
      knownAt,
      ...late,
      next: next && encodeCursor([next.recordedAt, next.transferId, next.seq]),
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

const moneyBoard =
  (db: Db): Handler<'readMoney'> =>
  async (_req, res) => {
    const { officeId } = res.locals.me;
    const [board, outgo] = await Promise.all([readMoneyBoard(db, officeId), readOutgoBoard(db, officeId)]);
    res.json({ ...board, outgo });
  };
