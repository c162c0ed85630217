/** Drafts of the one account of the mock office, as `db/drafts` keeps them. */
import type { components } from '../../api/contract.generated.ts';

type Kept = components['schemas']['Draft'];

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly signedIn: boolean;
}
interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Undefined for what is about no draft. */
export function mockDrafts(): (asked: Asked) => Answer | undefined {
  const kept = new Map<string, Kept>();
  const save = (name: string, { text, seen }: { text: string; seen: string | null }): Answer => {
    const before = kept.get(name);
    if (before && before.revision !== seen) return problem(409, 'changed-meanwhile');
    const saved = { name, text, revision: crypto.randomUUID(), savedAt: new Date().toISOString() };
    kept.set(name, saved);
    return { body: { name, revision: saved.revision, savedAt: saved.savedAt } };
  };
  return ({ method, path, body, signedIn }) => {
    const [, at] = /^\/drafts(?:\/(.+))?$/.exec(path) ?? [];
    if (path !== '/drafts' && at === undefined) return undefined;
    if (!signedIn) return problem(401, 'not-signed-in');
    if (at === undefined) return { body: { items: [...kept.values()] } };
    const name = decodeURIComponent(at);
    if (method === 'PUT') return save(name, JSON.parse(body) as { text: string; seen: string | null });
    kept.delete(name);
    return { status: 204 };
  };
}

const problem = (status: number, name: string): Answer => ({
  status,
  headers: { 'Content-Type': 'application/problem+json' },
  body: { type: `/problems/${name}`, title: name, status, instance: 'req-1' },
});
