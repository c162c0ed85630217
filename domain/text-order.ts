/** By the codes of their characters, as PostgreSQL orders ids: never by the language of whoever runs it. */
export const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
