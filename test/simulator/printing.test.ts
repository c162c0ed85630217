/** A letter is printed before it is sent, once, however often its sending is tried. */
import { beforeEach, expect, test } from 'vitest';
import { printBefore } from '../../simulator/play/printing.ts';
import type { World } from '../../simulator/play/world.ts';
import { Story, type Act, type Line } from '../../simulator/story/story.ts';

const act: Act = {
  key: 's1-7-letterSent-1',
  no: 7,
  what: 'letterSent',
  attempt: 1,
  byStaffId: 'letterClerk',
  path: '/transfers/{id}/facts',
  transferId: 'transfer-7',
  body: {},
};

/** What the office answers; it stands for every further try, too. */
let answer: { items: { kind: string }[]; refused: { why: { type: string } }[] };
let asked: number;
let said: Line[];
let story: Story;

beforeEach(() => {
  answer = { items: [{ kind: 'liaisonLetter' }], refused: [] };
  asked = 0;
  said = [];
  story = new Story();
});

const world = (): World => {
  const api = {
    oneOf: () => ({ id: 'letterClerk' }),
    sure: () => {
      asked += 1;
      return Promise.resolve(answer);
    },
  };
  const record = (line: Line): Promise<void> => {
    said.push(line);
    story.apply(line);
    return Promise.resolve();
  };
  return { settings: { prints: true }, story, api, record } as unknown as World;
};

test('the paper of an act that is tried again lies ready', async () => {
  const office = world();
  await printBefore(office, act);
  await printBefore(office, act);
  expect(asked).toBe(1);
  expect(said).toEqual([{ kind: 'printed', key: act.key, paper: 'liaisonLetter' }]);
  await printBefore(office, { ...act, key: 's1-7-letterSent-2' });
  expect([...story.printed]).toEqual([['liaisonLetter', 2]]);
});

test('a play that was killed knows from its log what lies ready', async () => {
  await printBefore(world(), act);
  const [before] = said;
  story = new Story();
  story.apply(before!);
  await printBefore(world(), act);
  expect(asked).toBe(1);
});

test('what could not be printed is tried again, and why is said once', async () => {
  const office = world();
  answer = { items: [], refused: [{ why: { type: '/problems/step-not-open' } }] };
  await printBefore(office, act);
  await printBefore(office, act);
  expect(asked).toBe(2);
  expect(said).toHaveLength(1);
  answer = { items: [{ kind: 'liaisonLetter' }], refused: [] };
  await printBefore(office, act);
  expect([...story.printed]).toEqual([
    ['letter /problems/step-not-open', 1],
    ['liaisonLetter', 1],
  ]);
});
