/** Papers of many transfers or of none: the post of a day, the list of a hand-over. */
import { Router } from 'express';
import { openBatch } from '../../db/documents/batch.ts';
import { letterToPrint } from '../../db/documents/letter-to-print.ts';
import { listDocumentsOfDay, type KeptDocument } from '../../db/documents/kept.ts';
import { readNow } from '../../db/office/clock.ts';
import { readStaff } from '../../db/office/staff.ts';
import { kindOf } from '../../documents/kinds/index.ts';
import { KINDS_OF_OFFICE } from '../../domain/documents/kinds.ts';
import { Refusal } from '../../domain/errors.ts';
import { asProblem } from '../handling/as-problem.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler, ReplyOf } from '../handling/handler.ts';
import { draw, printDocument } from '../handling/print-document.ts';
import { askedOfOffice } from '../handling/print-of-office.ts';
import { publicUrlOf } from '../handling/public-url.ts';
import { sendPdf } from '../handling/send-pdf.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'renderer' | 'lookUps' | 'config'>;

export const officeDocumentsRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/documents', list(deps))
    .post('/documents/letters', printLetters(deps))
    .post('/documents/envelopes', printEnvelopes(deps))
    .post('/documents/batch', batch(deps))
    .post('/staff/:id/documents', printHandOverList(deps));

const list =
  ({ db }: Dependencies): Handler<'listOfficeDocuments'> =>
  async (req, res) => {
    const { madeOn, kind } = req.query;
    const kinds = kind === undefined ? KINDS_OF_OFFICE : [kind];
    res.json({ items: await listDocumentsOfDay(db, res.locals.me.officeId, { madeOn, kinds }) });
  };

/** One after the other: each is kept for itself, and one that cannot be printed keeps none of the others from it. */
const printLetters =
  (deps: Dependencies): Handler<'printLetters'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { officeId, id: staffId } = me;
    const [items, refused]: [KeptDocument[], ReplyOf<'printLetters'>['refused']] = [[], []];
    for (const transferId of req.body.transferIds) {
      try {
        const kind = await letterToPrint(deps.db, officeId, transferId);
        const about = { kind, transferId, subjectId: null, input: {}, publicUrl: publicUrlOf(deps, req) };
        const asked = { ...about, keyring: deps.keyring, officeId, staffId };
        items.push((await printDocument(deps, asked, { anew: false })).document);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ transferId, why: asProblem(error) });
      }
    }
    res.json({ items, refused });
  };

const printEnvelopes =
  (deps: Dependencies): Handler<'printEnvelopes'> =>
  async (req, res) => {
    const { kind, anew = false, input = {} } = req.body;
    const asked = askedOfOffice(deps, res.locals.me, { kind, subjectId: null, input });
    const { document, isNew } = await printDocument(deps, asked, { anew });
    res.status(isNew ? 201 : 200).json(document);
  };

/** From what the colleague holds now: a list that was printed in the morning says what is no longer so. */
const printHandOverList =
  (deps: Dependencies): Handler<'printHandOverList'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { id: subjectId } = await readStaff(deps.db, me.officeId, req.params.id);
    const asked = askedOfOffice(deps, me, { kind: 'handOverList', subjectId, input: req.body.input ?? {} });
    const { document } = await printDocument(deps, asked, { anew: true });
    res.status(201).json(document);
  };

const batch =
  ({ db, keyring, renderer, lookUps }: Dependencies): Handler<'printDocumentBatch'> =>
  async (req, res) => {
    const { officeId, id: staffId } = res.locals.me;
    const { madeOn } = req.body;
    const { office, papers, files, transferIds } = await openBatch(db, keyring, { officeId, madeOn });
    if (papers.length === 0) throw new Refusal('not-found', 'No paper to another office was printed on this day.');
    const posting = await draw(renderer, {
      kind: 'postingList',
      data: { madeOn, papers: papers.map(({ kind, ...paper }) => ({ ...paper, title: kindOf(kind).title })) },
      words: {},
      office,
      issued: { number: madeOn, day: (await readNow(db)).today, version: 1, check: null, preview: false },
    });
    lookUps.note({ officeId, staffId, kind: 'document', transferIds });
    sendPdf(res, await renderer.join([posting.bytes, ...files]), `post-${madeOn}`);
  };
