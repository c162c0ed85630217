-- contract: not needed since 0.1.0
-- What goes on from a transfer that has ended is a transfer of its own of the same case: a reopening, whose attempts count on, or a
-- supplement (补转), which is no pass. Of one transfer of a leg the numbers go on.
alter table transfers add column link text constraint transfers_link check (link in ('reopening', 'supplement'));
alter table transfers add column links_to uuid references transfers;
-- Where a row of reopenings began: the transfer that is counted.
alter table transfers add column first_id uuid references transfers;
alter table transfers add constraint transfers_linked check (
  (link is null) = (links_to is null) and (link is not distinct from 'reopening') = (first_id is not null)
  and (link is null or number > 1)) not valid;
-- Whoever comes second finds it reopened; one supplement of a transfer is open at a time.
create unique index transfers_reopened_once on transfers (links_to) where link = 'reopening';
create unique index transfers_one_supplement on transfers (links_to) where link = 'supplement' and closed_at is null;
create index transfers_linked_to on transfers (links_to) where links_to is not null;
create index transfers_of_first on transfers (first_id) where first_id is not null;

-- At commit: it goes on from one of its case that has ended, and a reopening by leave of two people.
create function transfers_linked_rightly() returns trigger language plpgsql as $$
begin
  if not exists (select from transfers before where before.id = new.links_to and before.case_id = new.case_id
      and before.leg = new.leg and before.direction = new.direction and before.closed_at <= new.accepted_at) then
    raise exception 'transfer % goes on from none that has ended', new.id using errcode = 'check_violation';
  end if;
  if new.link = 'reopening' and not exists (select from approvals where kind = 'reopenTransfer'
      and subject = new.links_to::text and state = 'confirmed' and decided_by <> proposed_by) then
    raise exception 'transfer % is reopened by no second person', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger transfers_linked_rightly after insert on transfers
  deferrable initially deferred for each row when (new.link is not null) execute function transfers_linked_rightly();

-- The limits of a supplement are those of the transfer that it follows, in every region that has promised less.
insert into limits (rule_version, direction, procedure_type, region, name, working_days, source)
select rule_version, direction, 'supplementary', region, name, working_days, source
from limits where procedure_type = 'employee'
on conflict do nothing;
