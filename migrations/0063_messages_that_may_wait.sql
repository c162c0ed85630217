-- What may travel with what comes after it waits a moment, and wakes nobody meanwhile: a notify makes every commit wait for the
-- one before it. Null, as the release before leaves it: it leaves at once.
alter table outbox add column waits_until timestamptz;
create or replace trigger outbox_notify after insert on outbox for each row
  when (new.waits_until is null and new.not_before <= clock_timestamp()) execute function outbox_notify();

-- What a fact is compared with, for whoever has just locked the transfer in the same statement. Volatile, as steps_now is: it sees
-- what was committed while its statement waited for the lock.
create function transfer_now(of uuid) returns json language plpgsql volatile as $$
begin
  return json_build_object(
    'steps', steps_now(of),
    'firstPosted', (select coalesce(json_object_agg(attempt, posted_on), '{}') from
      (select attempt, min(posted_on) as posted_on from letters where transfer_id = of group by attempt) as one),
    'letterIsSilent', exists (select from tasks where transfer_id = of and kind = 'silentLetter' and closed_at is null));
end
$$;
