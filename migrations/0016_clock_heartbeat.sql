-- Simulated time stops by itself when nobody beats it (a kill -9 must not let months pass), and goes on where it stopped.
alter table office_clock add column beaten_at timestamptz;

create or replace function office_now() returns timestamptz language sql stable as $$
  select case
    when frozen then office_anchor
    when beaten_at is null then office_anchor + (clock_timestamp() - real_anchor) * speed
    else office_anchor + (greatest(least(clock_timestamp(), beaten_at + interval '3 seconds'), real_anchor) - real_anchor) * speed
  end
  from office_clock
$$;

-- Moves the anchors to this moment without moving the office time, then applies what is asked.
create function steer_office_clock(new_speed double precision, new_frozen boolean, beat boolean) returns void
language plpgsql as $$
declare
  the_time timestamptz;
begin
  perform from office_clock for update;
  select office_now() into the_time;
  update office_clock set
    office_anchor = the_time,
    real_anchor = clock_timestamp(),
    speed = least(coalesce(new_speed, speed), ceiling),
    frozen = coalesce(new_frozen, frozen),
    beaten_at = case when beat then clock_timestamp() else beaten_at end,
    changed_at = clock_timestamp();
end $$;
