/** Linked transfers that go on from nothing, and what one alone has reopened or reversed. */
import type { Plant } from './planted-violations.ts';

const reversed = (transferId: string, amountFen = 3_420_644): string =>
  `insert into reversals (transfer_id, office_id, amount_fen, reversed_at, approval_id, by_staff_id, confirmed_by)
    select id, office_id, ${String(amountFen)}, office_now(), gen_random_uuid(), steward_id, steward_id from transfers where id = '${transferId}'`;

export const LINKED_PLANTS: Plant[] = [
  [
    'linked-goes-on',
    'from a transfer of another case',
    ({ booked, ended }) => [
      `update transfers set link = 'supplement', links_to = '${booked}', number = 2 where id = '${ended}'`,
    ],
  ],
  [
    'linked-goes-on',
    'one of which the other tells, and is not there',
    ({ booked }) => [
      `update events set kind = 'linked', payload = '{"transferId": "none"}' where transfer_id = '${booked}' and seq = 2`,
    ],
  ],
  [
    'reopened-by-two',
    'by one alone',
    ({ booked, ended }) => [
      `update transfers set link = 'reopening', links_to = '${booked}', first_id = '${booked}', number = 2 where id = '${ended}'`,
    ],
  ],
  ['reversed-by-two', 'by one alone, and the money stays booked', ({ booked }) => [reversed(booked)]],
  ['reversed-by-two', 'what was never completed', ({ withdrawn }) => [reversed(withdrawn, 0)]],
];
