/** A fen too many, a booking too many, money that nobody has taken back. */
import { SETTLED } from './planted-holders.ts';
import type { Plant } from './planted-violations.ts';

export const MONEY_PLANTS: Plant[] = [
  [
    'money-conserved',
    'a fen more',
    () => [`update credit_parts set amount_fen = amount_fen + 1 where state = 'suspense'`],
  ],
  [
    'money-conserved',
    'in no state',
    () => [
      'alter table credit_parts drop constraint credit_parts_state_check',
      `update credit_parts set state = 'lost' where state = 'booked'`,
    ],
  ],
  [
    'credit-received-once',
    'one entry, two credits',
    () => [
      `with again as (
         insert into credits (office_id, serial, booked_on, amount_fen, verdict)
         select office_id, serial, booked_on, amount_fen, verdict from credits where serial = 'STRAY-1' returning id)
       insert into credit_parts (credit_id, office_id, amount_fen, state, owner_id)
       select again.id, part.office_id, part.amount_fen, part.state, part.owner_id from again, credit_parts part
         join credits on credits.id = part.credit_id where credits.serial = 'STRAY-1'`,
    ],
  ],
  [
    'credit-received-once',
    'one credit, two entries',
    () => [
      `insert into bank_entries (office_id, direction, booked_on, amount_fen, serial, twin, credit_id)
       select office_id, direction, booked_on, amount_fen, serial, 2, credit_id from bank_entries where serial = 'STRAY-1'`,
    ],
  ],
  [
    'reversal-has-its-debit',
    'taken back by nobody',
    () => [`update credit_parts set state = 'reversed' where state = 'suspense'`],
  ],
  [
    'money-out-is-work',
    'a debit without a task',
    () => [
      `insert into bank_entries (office_id, direction, booked_on, amount_fen, serial) 
       select id, 'debit', '2026-01-05', 5, 'D' from offices`,
    ],
  ],
  [
    'booked-once',
    'two bookings',
    ({ booked }) => [
      'alter table bookings drop constraint bookings_pkey',
      `insert into bookings select * from bookings where transfer_id = '${booked}'`,
    ],
  ],
  [
    'booked-once',
    'booked by no fact',
    ({ booked, waiting }) => [`update bookings set transfer_id = '${waiting}' where transfer_id = '${booked}'`],
  ],
  [
    'booking-agrees-with-money',
    'a fen more than came',
    ({ booked }) => [`update bookings set amount_fen = amount_fen + 1 where transfer_id = '${booked}'`],
  ],
  [
    'booking-agrees-with-money',
    'booked for a transfer without booking',
    ({ booked, waiting }) => [`update credit_parts set transfer_id = '${waiting}' where transfer_id = '${booked}'`],
  ],
  [
    'no-money-left-behind',
    'still matched',
    ({ booked }) => [`update credit_parts set state = 'matched' where transfer_id = '${booked}'`],
  ],
  [
    'money-has-owner',
    'the owner left',
    () => [
      SETTLED,
      `update staff set active = false where id = (select owner_id from credit_parts where state = 'suspense')`,
    ],
  ],
];
