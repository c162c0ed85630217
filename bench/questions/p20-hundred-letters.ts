import { KINDS } from '../../documents/kinds/index.ts';
import type { OfficeHead } from '../../documents/kind.ts';
import type { Rendered } from '../../documents/render/render.ts';
import { createRenderer, type PaperAsked, type Renderer } from '../../documents/render/renderer.ts';
import type { Context } from '../context.ts';
import { secondsOf } from '../measuring/seconds.ts';
import { atMost, type Question } from '../question.ts';
import { race, ratios } from '../race.ts';

const LETTERS = 100;
/** What a person prints one after the other, to have a median of. */
const ALONE = 15;
const DAY = '2026-01-05';
const STEMS = '甲乙丙丁戊己庚辛壬癸';

const office: OfficeHead = {
  name: '样例区社会保险事业管理中心',
  telephone: '010-66000000',
  address: '样例市样例路1号',
  postcode: '100000',
  sealText: '样例区社会保险事业管理中心',
  logo: null,
};

export const question: Question = {
  id: 'P20',
  table: 2,
  question: 'a hundred liaison letters with their posting list as one file, time per letter',
  against: 'one letter drawn alone, its thread awake',
  goal: { value: atMost(1.25) },
  async run(context) {
    const renderer = createRenderer({ fontFiles: [] });
    context.atEnd(() => renderer.close());
    const letters = Array.from({ length: context.quick ? 10 : LETTERS }, (_, no) => letter(no));
    // The fonts are read once for each process, and its code becomes fast with the first papers.
    for (const one of letters.slice(0, 10)) await renderer.render(one);
    const batches: Batch[] = [];
    const results = await race(context, {
      alone: () => msAlone(renderer, context),
      batch: async () => {
        const seconds = await secondsOf(async () => batches.push(await asOneFile(renderer, letters)));
        return (seconds * 1000) / letters.length;
      },
    });
    return {
      measures: { value: ratios(results.batch, results.alone) },
      figures: [
        { name: 'a letter of the file', unit: 'ms', values: results.batch },
        { name: 'a letter alone', unit: 'ms', values: results.alone },
        { name: 'pages of the file', unit: '', values: batches.map(({ pages }) => pages) },
        { name: 'the file', unit: 'MB', values: batches.map(({ bytes }) => bytes / 1e6) },
        { name: 'its papers one by one', unit: 'MB', values: batches.map(({ bytesApart }) => bytesApart / 1e6) },
        { name: 'putting them together', unit: 's', values: batches.map(({ joinSeconds }) => joinSeconds) },
      ],
      remarks: [`${letters.length} letters, each of another person; drawn one after the other in one thread`],
    };
  },
};

interface Batch {
  readonly pages: number;
  readonly bytes: number;
  readonly bytesApart: number;
  readonly joinSeconds: number;
}

/** As the letter clerk's print of a day: drawn, then joined behind the list for the courier. */
async function asOneFile(renderer: Renderer, letters: readonly PaperAsked[]): Promise<Batch> {
  const drawn = await Promise.all(letters.map((one) => renderer.render(one)));
  const files = [await renderer.render(postingList(letters, drawn)), ...drawn];
  let bytes = 0;
  const joinSeconds = await secondsOf(async () => {
    bytes = (await renderer.join(files.map((one) => one.bytes))).length;
  });
  const sum = (of: (one: Rendered) => number): number => files.reduce((all, one) => all + of(one), 0);
  return { pages: sum((one) => one.pages), bytes, bytesApart: sum((one) => one.bytes.length), joinSeconds };
}

async function msAlone(renderer: Renderer, context: Context): Promise<number> {
  const times: number[] = [];
  for (let no = 0; no < (context.quick ? 3 : ALONE); no++)
    times.push((await secondsOf(() => renderer.render(letter(LETTERS + no)))) * 1000);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

function letter(no: number): PaperAsked {
  const number = `IN202601${String(no + 1).padStart(5, '0')}-1-1`;
  const { sample } = KINDS.liaisonLetter;
  const name = `样例${STEMS.charAt(no % 10)}${STEMS.charAt(Math.floor(no / 10) % 10)}`;
  const check = { code: '7K2M9QXD4PB3T', address: 'https://office.example/d/7K2M9QXD4PB3T' };
  return {
    kind: 'liaisonLetter',
    data: { ...sample, letterNo: number, person: { ...sample.person, name } },
    words: {},
    office,
    issued: { number, day: DAY, version: 1, check, preview: false },
  };
}

function postingList(letters: readonly PaperAsked[], drawn: readonly Rendered[]): PaperAsked {
  const papers = letters.map(({ issued: { number } }, index) => ({
    number,
    title: KINDS.liaisonLetter.title,
    pages: drawn[index]!.pages,
    addressee: '样例市社会保险中心',
    address: '样例市样例路2号',
    postcode: '200000',
  }));
  const issued = { number: DAY, day: DAY, version: 1, check: null, preview: false };
  return { kind: 'postingList', data: { madeOn: DAY, papers }, words: {}, office, issued };
}
