import { api } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { useLanguage } from '../i18n/use-language.ts';

interface Topics {
  /** Something new may be about them. */
  readonly now: readonly { readonly value: string; readonly label: string }[];
  /** Of old contacts too; the code where a later release knows more. */
  readonly word: (topic: string) => string;
}

const NONE: readonly Schemas['ContactTopic'][] = [];

/** Topics are rows of the office with their own words. */
export function useTopics(): Topics {
  const language = useLanguage();
  const all = api.useQuery('get', '/contact-topics', {}, { staleTime: 10 * 60_000 }).data?.items ?? NONE;
  return {
    now: all.flatMap(({ topic, words, isNow }) => (isNow ? [{ value: topic, label: words[language] }] : [])),
    word: (topic) => all.find((one) => one.topic === topic)?.words[language] ?? topic,
  };
}
