/** What talks are about: rows with days; a talk has a topic that was in force on its day. */
import { sql } from 'kysely';
import type { Defect } from '../../domain/errors.ts';
import type { ContactService } from '../../domain/contacts/contact.ts';
import type { Db, Tx } from '../connection/connection.ts';

interface Topic {
  readonly topic: string;
  readonly service: ContactService;
  readonly words: Readonly<Record<string, string>>;
}

/** In the order of the office. Those that were in force on some day: old talks keep theirs; `isNow`: something new may be about it. */
export async function listTopics(db: Db): Promise<(Topic & { readonly isNow: boolean })[]> {
  const { rows } = await sql<Topic & { readonly isNow: boolean }>`
    select topic, service, words, valid_until is null or valid_until >= office_date(office_now()) as "isNow"
    from (select distinct on (topic) * from contact_topics where valid_from <= office_date(office_now())
      order by topic, valid_from desc) as latest
    order by position`.execute(db);
  return rows;
}

export async function topicDefects(tx: Tx, topic: string, day: string): Promise<Defect[]> {
  const { rows } = await sql<object>`select from contact_topics where topic = ${topic} and valid_from <= ${day}::date
    and (valid_until is null or valid_until >= ${day}::date) limit 1`.execute(tx);
  return rows.length > 0 ? [] : [{ field: 'topic', code: 'unknown', message: 'There was no such topic on that day.' }];
}
