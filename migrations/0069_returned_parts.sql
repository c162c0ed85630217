-- Each debit asks whether it may be money that we have sent back; of those parts there are few among many.
create index credit_parts_returned on credit_parts (office_id, credit_id) where state = 'returned';
