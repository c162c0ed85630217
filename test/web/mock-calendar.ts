import type { components } from '../../api/contract.generated.ts';

export const calendar: components['schemas']['CalendarYear'] = {
  year: 2026,
  notice: '国务院办公厅关于2026年部分节假日安排的通知',
  loadedAt: '2025-11-05T02:00:00Z',
  days: [
    { day: '2026-06-19', kind: 'rest' },
    { day: '2026-06-20', kind: 'rest' },
    { day: '2026-06-21', kind: 'rest' },
  ],
};
