/** The practice desk: exercises on cases of their own, judged by what the ledger holds. */
import { Router } from 'express';
import {
  beginAttempt,
  caseNosOf,
  creditSerialOf,
  finishAttempt,
  listAttempts,
  listFinished,
  listWanted,
  putCase,
  readAttempt,
  type Attempt,
} from '../../db/practice/attempts.ts';
import { recordedSince, sinceOf } from '../../db/practice/recorded.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Exercise } from '../../domain/practice/exercise.ts';
import { givenOf } from '../../domain/practice/given.ts';
import { exerciseOf, exercisesOf, optionsOf, type ExerciseKey } from '../../domain/practice/index.ts';
import { judge, withMisses } from '../../domain/practice/judge.ts';
import type { Db } from '../../db/connection/connection.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler, ReplyOf } from '../handling/handler.ts';
import { requirePractice } from './practice.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'lookUps' | 'config'>;
type Shown = ReplyOf<'readPractice'>;

export const practiceDeskRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/practice/exercises', list(deps))
    .post('/practice/attempts', begin(deps))
    .get('/practice/attempts', wanted(deps))
    .get('/practice/attempts/:id', read(deps))
    .put('/practice/attempts/:id/case', made(deps))
    .post('/practice/attempts/:id/result', finish(deps))
    .get('/practice/finished', finished(deps));

const list =
  (deps: Dependencies): Handler<'listPracticeExercises'> =>
  async (_req, res) => {
    requirePractice(deps);
    const { id: staffId, roles } = res.locals.me;
    const attempts = await listAttempts(deps.db, staffId);
    const items = exercisesOf(roles).map(async ({ key, role }) => {
      const mine = attempts.filter(({ exercise }) => exercise === key);
      const scores = mine.flatMap(({ score }) => score ?? []);
      const last = mine[0] ? await shown(deps.db, mine[0]) : null;
      return { key, role, last, best: scores.length > 0 ? Math.max(...scores) : null, finished: scores.length };
    });
    res.json({ items: await Promise.all(items) });
  };

const begin =
  (deps: Dependencies): Handler<'beginPractice'> =>
  async (req, res) => {
    requirePractice(deps);
    const { id: staffId, officeId, roles } = res.locals.me;
    const exercise = exercisesOf(roles).find(({ key }) => key === req.body.exercise);
    if (!exercise) throw new Refusal('forbidden', 'This exercise is for another role.');
    const isReady = exercise.setting === 'nothing';
    const id = await beginAttempt(deps.db, { officeId, staffId, exercise: exercise.key, isReady });
    res.status(201).json(await shown(deps.db, await readAttempt(deps.db, { id, staffId })));
  };

const read =
  (deps: Dependencies): Handler<'readPractice'> =>
  async (req, res) => {
    requirePractice(deps);
    const attempt = await readAttempt(deps.db, { id: req.params.id, staffId: res.locals.me.id });
    res.json(await shown(deps.db, attempt));
  };

const finish =
  (deps: Dependencies): Handler<'finishPractice'> =>
  async (req, res) => {
    requirePractice(deps);
    const { db, keyring, lookUps } = deps;
    const mine = { id: req.params.id, staffId: res.locals.me.id };
    const attempt = await readAttempt(db, mine);
    if (attempt.finished_at === null) {
      const { exercise, the } = await practised(db, attempt);
      const since = sinceOf(attempt, the.given.idNumber);
      if (!since) throw new Refusal('changed-meanwhile', 'The case of this exercise is still being made.');
      // What was looked at a moment ago is written within a second.
      await lookUps.flush();
      const recorded = await recordedSince(db, keyring, since);
      const { score, rules } = judge(exercise, the, { recorded, answer: req.body.answer });
      const misses = rules.filter(({ kept }) => !kept).map(({ rule }) => rule);
      await finishAttempt(db, attempt.id, { score, misses });
    }
    res.json(await shown(db, await readAttempt(db, mine)));
  };

const wanted =
  (deps: Dependencies): Handler<'listWantedPractice'> =>
  async (_req, res) => {
    requirePractice(deps);
    const rows = await listWanted(deps.db, res.locals.me.officeId);
    res.json({ items: rows.map((row) => ({ ...row, exercise: row.exercise as ExerciseKey })) });
  };

const made =
  (deps: Dependencies): Handler<'putPracticeCase'> =>
  async (req, res) => {
    requirePractice(deps);
    await putCase(deps.db, { ...req.body, id: req.params.id, officeId: res.locals.me.officeId });
    res.status(204).end();
  };

const finished =
  (deps: Dependencies): Handler<'listFinishedPractice'> =>
  async (_req, res) => {
    requirePractice(deps);
    const rows = await listFinished(deps.db, res.locals.me.officeId);
    // One of a release before may know an exercise that this one has not.
    const items = rows.flatMap((row) => {
      const exercise = exerciseOf(row.exercise);
      return exercise ? [{ ...row, exercise: exercise.key }] : [];
    });
    res.json({ items });
  };

interface Practising {
  readonly exercise: Exercise<ExerciseKey>;
  readonly the: { readonly given: ReturnType<typeof givenOf>; readonly caseNos: readonly string[] };
  readonly cases: ReadonlyMap<string, string>;
}

async function practised(db: Db, attempt: Attempt): Promise<Practising> {
  const exercise = exerciseOf(attempt.exercise);
  if (!exercise) throw new Refusal('not-found', 'This release has no such exercise.');
  const cases = await caseNosOf(db, attempt.transfer_ids);
  const given = givenOf(Number(attempt.number), { isPensioner: exercise.isPensioner === true });
  return { exercise, the: { given, caseNos: [...cases.values()] }, cases };
}

async function shown(db: Db, attempt: Attempt): Promise<Shown> {
  const { exercise, the, cases } = await practised(db, attempt);
  const { asks, shows, key, options } = exercise;
  const isHidden = asks === 'caseNo' && attempt.finished_at === null;
  return {
    id: attempt.id,
    exercise: key,
    state: attempt.finished_at ? 'finished' : attempt.ready_at ? 'ready' : 'wanted',
    given: shows.map((what) => ({ what, value: the.given[what] })),
    cases: isHidden ? [] : byNumber([...cases].map(([transferId, caseNo]) => ({ transferId, caseNo }))),
    creditSerial: await creditSerialOf(db, attempt.credit_id),
    asks: options ? 'option' : (asks ?? null),
    options: [...optionsOf(exercise, Number(attempt.number))],
    result: attempt.score === null ? null : result(exercise, the, attempt),
  };
}

/** As it was judged then: a release that counts otherwise changes no score of the past. */
const result = (exercise: Exercise, the: Practising['the'], { misses, score }: Attempt): Shown['result'] => {
  const { rules } = withMisses(exercise, the, new Set(misses));
  return { score: score ?? 0, rules: [...rules] };
};

/** The order in which they were made would tell which is which. */
const byNumber = <Case extends { readonly caseNo: string }>(cases: readonly Case[]): Case[] =>
  [...cases].sort((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
