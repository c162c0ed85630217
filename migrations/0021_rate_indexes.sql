-- The facts under the completion rates, a fifth of all events: read without touching the rest of the row.
create index events_of_rates on events (transfer_id)
  include (office_id, seq, fact_seq, kind, outcome, reason_code, closes, occurred_at, recorded_at)
  where kind in ('letterSent', 'letterReturned', 'letterLost', 'returnedByCounterpart', 'sentBackToCounterpart',
      'reviewed', 'booked', 'withdrawn', 'closedWithoutTransfer')
    and (kind <> 'letterSent' or closes) and (kind <> 'reviewed' or outcome = 'refused');

-- What was handled in a period.
create index events_of_facts on events (office_id, occurred_at) include (kind, outcome, source) where fact_seq is not null;
