/** Whatever the ledger may say of a case is printed in words, never as its code. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CLOSING_WORDS,
  CHANGE_WORDS,
  DOCUMENT_WORDS,
  FORM_WORDS,
  NOTICE_WORDS,
} from '../../documents/words/office-words.ts';
import { DOCUMENT_KINDS } from '../../domain/documents/kinds.ts';
import { CLOSINGS } from '../../domain/facts/closings.ts';
import { EVENT_KINDS } from '../../domain/facts/facts.ts';
import { EVENTS } from '../../domain/official-words/events.ts';
import {
  LETTER_KINDS,
  LETTER_STATES,
  PART_STATES,
  TASK_KINDS,
  type Words,
} from '../../domain/official-words/ledger.ts';
import { checkedVocabularies } from '../support/architecture/database-vocabulary.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let checked: Map<string, string[]>;
beforeAll(async () => {
  database = await freshDatabase();
  checked = await checkedVocabularies(database.db);
});
afterAll(() => database.drop());

const lacking = (codes: readonly string[], words: Words): string[] => codes.filter((code) => words[code] === undefined);

test.each<[string, Words]>([
  ['info_forms.state', FORM_WORDS],
  ['notices.kind', NOTICE_WORDS],
  ['notices.channel', NOTICE_WORDS],
  ['notices.recipient', NOTICE_WORDS],
  ['notices.state', NOTICE_WORDS],
  ['person_changes.field', CHANGE_WORDS],
  ['tasks.kind', TASK_KINDS],
  ['credit_parts.state', PART_STATES],
  ['letters.kind', LETTER_KINDS],
  ['letters.state', LETTER_STATES],
])('%s', (column, words) => {
  expect(checked.get(column), column).toBeDefined();
  expect(lacking(checked.get(column)!, words)).toEqual([]);
});

test.each<[string, readonly string[], Words]>([
  ['papers', DOCUMENT_KINDS, DOCUMENT_WORDS],
  ['closings', CLOSINGS, CLOSING_WORDS],
  ['entries of the history', EVENT_KINDS, EVENTS],
])('%s', (_, codes, words) => {
  expect(lacking(codes, words)).toEqual([]);
});
