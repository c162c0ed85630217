-- Countries and regions (`+852`, `+81`) to whose telephones the gateway of the office may send. None: whoever has such a number is called.
alter table offices add column sms_prefixes text[] not null default '{}';
