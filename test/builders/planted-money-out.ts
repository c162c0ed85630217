/** Money out that is lost, moved by nobody, released by one alone, or confirmed without the bank. */
import type { Plant } from './planted-violations.ts';
import { SETTLED } from './planted-holders.ts';

export const MONEY_OUT_PLANTS: Plant[] = [
  [
    'outgo-conserved',
    'in no state',
    () => [
      'alter table remittances drop constraint remittances_state',
      `update remittances set state = 'lost' where state = 'confirmed'`,
    ],
  ],
  [
    'outgo-conserved',
    'parts that do not sum',
    () => [
      'alter table remittances drop constraint remittances_parts',
      `update remittances set account_fen = account_fen + 1 where state = 'confirmed'`,
    ],
  ],
  [
    'outgo-has-place',
    'in another place',
    () => [`update remittances set place = 'fiscalAccount' where state = 'confirmed'`],
  ],
  [
    'outgo-moves-as-allowed',
    'over a state',
    () => [`update remittance_moves set state = 'sent' where state = 'appliedFor'`],
  ],
  [
    'outgo-moves-as-allowed',
    'a move without its event',
    () => [
      `delete from events where kind = 'remittancePlanned' and seq = (select max(seq) from events where kind = 'remittancePlanned')`,
    ],
  ],
  [
    'outgo-moves-as-allowed',
    'paid anew although it arrived',
    () => [
      `update remittances set replaces_id = (select id from remittances where state = 'confirmed' limit 1)
      where replaces_id is not null`,
    ],
  ],
  [
    'outgo-by-two',
    'released by who planned it',
    () => [
      `update remittances set planned_by = (select decided_by from approvals where id = release_approval_id)
      where state = 'confirmed'`,
    ],
  ],
  [
    'outgo-by-the-bank',
    'confirmed by another amount',
    () => [
      `update bank_entries set amount_fen = amount_fen + 1
      where id = (select debit_entry_id from remittances where state = 'confirmed')`,
    ],
  ],
  [
    'outgo-by-the-bank',
    'its debit takes a credit back as well',
    () => [
      `update credit_parts set entry_id = (select debit_entry_id from remittances where state = 'confirmed')
      where id = (select id from credit_parts order by id limit 1)`,
    ],
  ],
  [
    'outgo-has-owner',
    'the owner left',
    () => [
      SETTLED,
      `update staff set active = false where id = (select owner_id from remittances where state = 'funded' limit 1)`,
    ],
  ],
];
