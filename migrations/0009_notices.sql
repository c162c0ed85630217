-- Exactly one decision per closed transfer, made in the transaction that closes it.
create table notice_decisions (
  transfer_id uuid primary key references transfers,
  office_id text not null references offices,
  decision text not null check (decision in ('send', 'notSent')),
  reason text not null default '',
  mode text check (mode in ('atOnce', 'weekly')),
  decided_at timestamptz not null
);

create table notices (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  transfer_id uuid not null references transfers,
  notice_key text not null unique,
  kind text not null check (kind in ('acceptance', 'completion')),
  recipient text not null check (recipient in ('person', 'agent')),
  language text not null default 'zh-CN',
  channel text not null default 'sms' check (channel in ('sms', 'phone')),
  state text not null default 'queued' check (state in
    ('queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'notSent')),
  not_before timestamptz not null,
  sending_since timestamptz,
  sent_at timestamptz,
  settled_at timestamptz,
  gateway_ref text,
  failure text not null default '',
  created_at timestamptz not null default office_now()
);
create index notices_waiting on notices (office_id, not_before, id) where state in ('queued', 'sending');
create index notices_of_transfer on notices (transfer_id);
create index notices_by_gateway_ref on notices (gateway_ref) where gateway_ref is not null;
