/** The colours of the console: read from the style sheet, measured, and written nowhere else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../web/src/styles/contrast.ts';
import { LEAST, SHAPES, TEXTS, type Pair } from '../../web/src/styles/pairs.ts';

const SOURCES = join(import.meta.dirname, '../../web/src');
const PALETTE = join('styles', 'palette.css');
const [light = new Map<string, string>(), dark = new Map<string, string>()] = readFileSync(
  join(SOURCES, PALETTE),
  'utf8',
)
  .split('@media screen')
  .map(
    (part) => new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex])),
  );

/** `ink-soft on card: 4.21` for each that is too faint. */
function tooFaint(colours: ReadonlyMap<string, string>, pairs: readonly Pair[], least: number): string[] {
  return pairs.flatMap(({ on, colours: names }) =>
    names.flatMap((name) => {
      const measured = contrast(colours.get(name) ?? '#000000', colours.get(on) ?? '#000000');
      return measured >= least ? [] : [`${name} on ${on}: ${measured.toFixed(2)}`];
    }),
  );
}

test('contrast is that of WCAG: black on white 21, a colour on itself 1, #767676 on white just enough', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#a8322a', '#a8322a')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#ffffff', '#777777')).toBeLessThan(4.5);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s', (_, colours) => {
  test('words are read: at least 4.5 to 1', () => {
    expect(tooFaint(colours, TEXTS, LEAST.text)).toEqual([]);
  });

  test('controls, the focus and what a chart draws are seen: at least 3 to 1', () => {
    expect(tooFaint(colours, SHAPES, LEAST.shape)).toEqual([]);
  });
});

test('light and dark name the same colours, and each pair that is measured names two of them', () => {
  expect([...dark.keys()]).toEqual([...light.keys()]);
  const named = [...TEXTS, ...SHAPES].flatMap(({ on, colours }) => [on, ...colours]);
  expect(named.filter((name) => !light.has(name))).toEqual([]);
  expect(light.size).toBeGreaterThan(40);
});

describe('no other file of the console', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(css|ts|tsx)$/.test(name) && name !== PALETTE)
    .map((name) => ({ name, text: readFileSync(join(SOURCES, name), 'utf8') }));

  test('writes a colour of its own', () => {
    const literal =
      /#[0-9a-f]{3,8}\b(?=['";,\s)])|\b(rgba?|hsla?|oklch|lab)\(|(color|background|border|fill|stroke)[\w-]*: *['"]?(black|white|red|green|blue|grey|gray|orange)\b/gi;
    const found = files.flatMap(({ name, text }) => [...text.matchAll(literal)].map(([it]) => `${name}: ${it}`));
    expect(found).toEqual([]);
  });

  test('asks for a colour that the palette does not have', () => {
    const own = new Set(files.flatMap(({ text }) => [...text.matchAll(/--([\w-]+):/g)].map(([, name]) => name)));
    const asked = files.flatMap(({ name, text }) =>
      [...text.matchAll(/var\(--([\w-]+)\)/g)].map(([, it = '']) => ({ name, it })),
    );
    expect(asked.filter(({ it }) => !light.has(it) && !own.has(it) && it !== 'shadow')).toEqual([]);
    expect(asked.length).toBeGreaterThan(150);
  });
});
