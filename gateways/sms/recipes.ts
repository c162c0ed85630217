/** Values that a gateway wants computed: digests, signatures, one of several by the kind of the notice. */
import { createHash, createHmac } from 'node:crypto';
import { fill, namesIn, type Lookup } from './placeholders.ts';
import type { Recipe, Recipes } from './template.ts';

/** Each is computed once, when it is asked for; what it is computed from may be another one. */
export function withRecipes(recipes: Recipes, lookup: Lookup): Lookup {
  const computed = new Map<string, string>();
  const find: Lookup = (name) => {
    const known = computed.get(name);
    if (known !== undefined) return known;
    const recipe = recipeOf(recipes, name);
    if (recipe === undefined) return lookup(name);
    const value = compute(recipe, find);
    computed.set(name, value);
    return value;
  };
  return find;
}

const recipeOf = (recipes: Recipes, name: string): Recipe | undefined =>
  Object.hasOwn(recipes, name) ? recipes[name] : undefined;

function compute(recipe: Recipe, lookup: Lookup): string {
  if (typeof recipe === 'string') return fill(recipe, lookup);
  if ('by' in recipe) return fill(chosen(recipe.cases, lookup(recipe.by)), lookup);
  const content = fill(recipe.of, lookup);
  const digest =
    'hash' in recipe
      ? createHash(recipe.hash).update(content, 'utf8')
      : createHmac(recipe.hmac, keyOf(fill(recipe.key, lookup), recipe.keyIs)).update(content, 'utf8');
  const bytes = digest.digest();
  return recipe.as === 'HEX' ? bytes.toString('hex').toUpperCase() : bytes.toString(recipe.as);
}

const chosen = (cases: Readonly<Record<string, string>>, value = ''): string =>
  (Object.hasOwn(cases, value) ? cases[value] : cases['otherwise']) ?? '';

const keyOf = (key: string, is: 'text' | 'hex' | 'base64'): Buffer => Buffer.from(key, is === 'text' ? 'utf8' : is);

const textsOf = (recipe: Recipe): string[] => {
  if (typeof recipe === 'string') return [recipe];
  if ('by' in recipe) return [`{${recipe.by}}`, ...Object.values(recipe.cases)];
  return 'hash' in recipe ? [recipe.of] : [recipe.of, recipe.key];
};

export const recipeTexts = (recipes: Recipes): string[] => Object.values(recipes).flatMap(textsOf);

/** Every name that a text needs, also through recipes. A recipe that needs itself names itself. */
export function needsOf(template: string, recipes: Recipes): ReadonlySet<string> {
  const needed = new Set<string>();
  const open = namesIn(template);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    const recipe = recipeOf(recipes, name);
    if (recipe !== undefined) open.push(...textsOf(recipe).flatMap(namesIn));
  }
  return needed;
}

/** Recipes that can never be computed, because they stand on themselves. */
export const circular = (recipes: Recipes): string[] =>
  Object.entries(recipes).flatMap(([name, recipe]) =>
    textsOf(recipe).some((text) => needsOf(text, recipes).has(name)) ? [name] : [],
  );
