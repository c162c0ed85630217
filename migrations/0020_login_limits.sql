-- Tries to sign in, counted by the rate limiter for all processes together; keys are hashes.
create table login_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index login_limits_expired on login_limits (expire);
