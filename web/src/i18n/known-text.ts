import i18next from 'i18next';

/** The words for a name that the server may have before this console knows it; undefined when there are none. */
export function knownText(key: string): string | undefined {
  const text: unknown = i18next.getResource(i18next.language, 'translation', key);
  return typeof text === 'string' ? text : undefined;
}
