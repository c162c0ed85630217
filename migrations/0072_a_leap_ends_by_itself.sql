-- A speed that was asked for up to an instant ends there by itself: whoever steers may be killed, or hear nothing, in the middle of a leap.
alter table office_clock add column speed_until timestamptz;

create or replace function office_now() returns timestamptz language sql stable as $$
  select case
    when frozen then office_anchor
    when speed_until is null or office_anchor + passed * speed <= speed_until then office_anchor + passed * speed
    else speed_until + (passed - (speed_until - office_anchor) / speed)
  end
  from office_clock, lateral (select
    (case when beaten_at is null then clock_timestamp()
     else greatest(least(clock_timestamp(), beaten_at + interval '3 seconds'), real_anchor) end) - real_anchor) as run (passed)
$$;

-- As before; a speed of its own makes an end to the leap, and a leap that came to its end leaves the speed of real time.
create or replace function steer_office_clock(new_speed double precision, new_frozen boolean, beat boolean) returns void
language plpgsql as $$
declare
  the_time timestamptz;
begin
  perform from office_clock for update;
  select office_now() into the_time;
  update office_clock set
    office_anchor = the_time,
    real_anchor = clock_timestamp(),
    speed = least(coalesce(new_speed, case when speed_until <= the_time then 1 else speed end), ceiling),
    speed_until = case when new_speed is null and speed_until > the_time then speed_until end,
    frozen = coalesce(new_frozen, frozen),
    beaten_at = case when beat then clock_timestamp() else beaten_at end,
    changed_at = clock_timestamp();
end $$;

-- At this speed up to that office instant; one that is past already leaves the speed of real time.
create function leap_office_clock(new_speed double precision, new_until timestamptz, beat boolean) returns void
language plpgsql as $$
begin
  perform steer_office_clock(new_speed, null, beat);
  update office_clock set
    speed = case when new_until > office_anchor then speed else least(1, ceiling) end,
    speed_until = case when new_until > office_anchor then new_until end;
end $$;
