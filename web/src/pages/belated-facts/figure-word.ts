/** What a figure that moved is called on the pages where it stands. Pure. */

/** By its name in the API: of whose words its own are made. */
const WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(accepted|cohort|closedLater|notClosed|stillOpen)$/, ['buckets.$1']],
  [/^(closedAt|closedWithin)\.([123])$/, ['buckets.$1$2']],
  [/^excluded\.(\w+)$/, ['buckets.$1']],
  [/^rates\.([123])$/, ['figures.rate', 'today.rates.attempt$1']],
  [/^mature\.denominators\.([123])$/, ['buckets.mature$1']],
  [/^mature\.rates\.([123])$/, ['figures.rate', 'today.rates.attempt$1', 'today.rates.ofMature']],
  [/^otherReading\.closedAt\.([123])$/, ['buckets.otherClosedAt$1']],
  [/^otherReading\.rates\.([123])$/, ['figures.rate', 'today.rates.attempt$1', 'today.rates.otherTitle']],
  [/^due$/, ['figures.due']],
  [/^(\w+)\.numerator$/, ['buckets.$1']],
  [/^(\w+)\.denominator$/, ['buckets.$1', 'figures.cohort']],
  [/^(\w+)\.rate$/, ['buckets.$1', 'figures.rate']],
];

/** Undefined for what the figures beside it say already, such as a rate that is rounded. */
export function figureWord(figure: string, knownText: (key: string) => string | undefined): string | undefined {
  const found = WORDS.find(([name]) => name.test(figure));
  if (!found) return undefined;
  const [name, keys] = found;
  const words = keys.map((key) => knownText(figure.replace(name, key)));
  return words.includes(undefined) ? undefined : words.join(' · ');
}
