-- What the counts of a period walk along.
create index letters_by_posting_day on letters (office_id, posted_on);
create index bookings_by_instant on bookings (office_id, booked_at);
create index notices_by_sending on notices (office_id, sent_at) where sent_at is not null;
create index transfers_out_by_receipt on transfers_out (letter_received_on);
create index transfers_out_by_remittance on transfers_out (remitted_on);
