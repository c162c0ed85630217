/**
 * Contestant: Express and pg as their guides write them, one statement that stores what a fact leaves behind.
 * Nobody is asked who he is, nothing is validated, nothing can be refused, nothing follows.
 */
import express from 'express';
import pg from 'pg';

const [databaseUrl, port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });

/** The next numbers, the event, and the message for the workflow; prepared once for each connection. */
const RECORD = {
  name: 'record',
  text: `with next as (
      update bare.transfers set last_seq = last_seq + 1, last_fact_seq = last_fact_seq + 1 where id = $1
      returning id, office_id, last_seq, last_fact_seq
    ), event as (
      insert into bare.events (transfer_id, seq, fact_seq, office_id, kind, payload, source, occurred_at, recorded_at, idempotency_key, body_hash)
      select id, last_seq, last_fact_seq, office_id, $2, $3, 'system', now(), now(), $4, $5 from next
      returning transfer_id, seq, fact_seq
    ), message as (
      insert into bare.outbox (topic, office_id, transfer_id, fact_seq, payload)
      select 'fact', office_id, id, last_fact_seq, $3 from next
    )
    select * from event`,
};

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(express.json());
app.post('/transfers/:id/facts', async (req, res) => {
  const { kind, ...payload } = req.body as { kind: string };
  const key = req.get('Idempotency-Key');
  const { rows } = await pool.query({
    ...RECORD,
    values: [req.params.id, kind, JSON.stringify(payload), key, Buffer.alloc(32)],
  });
  res.status(201).json(rows[0]);
});
app.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
