/** The letter clerks register what other regions have sent, each paper on its day. */
import type { OfficeMs } from '../outside/office-time.ts';
import { papersAfterAgain, papersOf, type Paper } from '../plan/papers.ts';
import { AGAIN } from '../plan/requests.ts';
import type { RequestStory } from '../story/request-story.ts';
import type { Act } from '../story/story.ts';
import type { World } from './world.ts';

export interface PaperToRegister {
  readonly dueAt: OfficeMs;
  readonly act: Act;
}

interface Known {
  /** How far its story had come when the papers were told. */
  readonly stage: string;
  readonly papers: readonly PaperToRegister[];
}

export class MailRoom {
  readonly #world: World;
  readonly #known = new Map<number, Known>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Everything that is on its way or lies in the in-tray, as far as it is known now. */
  get papers(): PaperToRegister[] {
    const { plan, story } = this.#world;
    const first = Array.from({ length: plan.month.letters }, (_, index) => index + 1);
    const again = [...story.requests.keys()].filter((no) => no > AGAIN);
    return [...first, ...again].flatMap((no) => this.#of(no)).filter(({ act }) => !story.done.has(act.key));
  }

  #of(no: number): readonly PaperToRegister[] {
    const story = this.#world.story.requests.get(no);
    const stage = stageOf(story);
    const known = this.#known.get(no);
    if (known?.stage === stage) return known.papers;
    const papers = this.#papersOf(no, story).map((paper) => ({
      dueAt: paper.registeredAt,
      act: actOfPaper(this.#world, paper),
    }));
    this.#known.set(no, { stage, papers });
    return papers;
  }

  #papersOf(no: number, story: RequestStory | undefined): Paper[] {
    const { requests } = this.#world.plan;
    return story && no > AGAIN ? papersAfterAgain(requests, story) : papersOf(requests, no, story);
  }
}

/** One letter clerk after the other. */
export function actOfPaper({ api, plan }: World, { no, what, ordinal, body }: Paper): Act {
  const clerks = api.colleagues.filter(({ roles }) => roles.includes('letterClerk'));
  const clerk = clerks[no % clerks.length] ?? api.oneOf('letterClerk');
  return {
    key: [`s${String(plan.seed)}-paper`, no, what, ordinal].join('-'),
    no,
    what,
    direction: 'out',
    attempt: ordinal,
    byStaffId: clerk.id,
    path: '/incoming',
    body: { ...body },
  };
}

/** New papers follow only from a form that went out and from the end. */
const stageOf = (story: RequestStory | undefined): string =>
  story === undefined ? 'on its way' : `${String(story.formsSent.length)} ${story.ending?.how ?? 'open'}`;
