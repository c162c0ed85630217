/** A paper of nobody, to be looked at before words or head of it count. */
import type { Db } from '../../db/connection/connection.ts';
import { readNow } from '../../db/office/clock.ts';
import type { OfficeHead } from '../../documents/kind.ts';
import { kindOf } from '../../documents/kinds/index.ts';
import type { Rendered } from '../../documents/render/render.ts';
import type { Renderer } from '../../documents/render/renderer.ts';
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import { draw } from './print-document.ts';

interface Sample {
  readonly kind: DocumentKindName;
  readonly words: Readonly<Record<string, string>>;
  readonly office: OfficeHead;
}

/** @throws Refusal unprintable */
export async function drawSample(
  { db, renderer }: { readonly db: Db; readonly renderer: Renderer },
  { kind: name, words, office }: Sample,
): Promise<Rendered> {
  const kind = kindOf(name);
  const code = '0'.repeat(13);
  return draw(renderer, {
    kind: name,
    data: kind.sample,
    words,
    office,
    issued: {
      number: 'ZR20260100001',
      day: (await readNow(db)).today,
      version: 1,
      check: kind.toAnotherOffice ? { code, address: `https://example.invalid/d/${code}` } : null,
      preview: true,
    },
  });
}
