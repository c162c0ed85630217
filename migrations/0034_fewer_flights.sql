-- A process keeps what it has read of a session for a few seconds; whatever ends or changes one is said aloud, so that it is
-- forgotten at once. That somebody is still there (sessions.last_seen_at) is no change.
create function sessions_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('sessions', '');
  return null;
end
$$;
create trigger sessions_notify after delete or truncate or update of expires_at, staff_id on sessions
  for each statement execute function sessions_notify();
create trigger sessions_notify after update on staff for each statement execute function sessions_notify();
create trigger sessions_notify after insert or update or delete or truncate on staff_roles
  for each statement execute function sessions_notify();

-- Reason codes are kept with the rules, under the same revision.
create trigger rules_changed after insert or update or delete or truncate on reason_codes
  for each statement execute function rules_changed();

-- The steps of a transfer for whoever has just locked it in the same statement, with who recorded the fact that closed each and who
-- else answers for it. Volatile on purpose: it sees what was committed while its statement waited for the lock. In plpgsql, for who
-- confirmed a fact is a column that a later file adds.
create function steps_now(of uuid) returns json language plpgsql volatile as $$
begin
  return (select coalesce(json_agg(row_to_json(one) order by ordinal), '[]') from (
    select steps.*, (select by_staff_id from events where events.transfer_id = steps.transfer_id
        and events.fact_seq = steps.closed_by_fact_seq) as closed_by,
      array(select who from events closing
        left join events correction on correction.transfer_id = closing.transfer_id and correction.corrects_seq = closing.seq
        cross join unnest(array[closing.confirmed_by, correction.by_staff_id, correction.confirmed_by]) as who
        where closing.transfer_id = steps.transfer_id and closing.fact_seq = steps.closed_by_fact_seq
          and who is not null) as also_by
    from steps where transfer_id = of) as one);
end
$$;
