import { expect, test } from 'vitest';
import { createLogger } from '../../observability/logger.ts';

function logged(object: object): string {
  let lines = '';
  const destination = {
    write: (line: string) => {
      lines += line;
    },
  };
  createLogger({ level: 'info', process: 'test', destination }).info(object, 'something.happened');
  return lines;
}

test('a line is an event with ids', () => {
  const line = JSON.parse(logged({ transferId: 'tr-1' })) as Record<string, unknown>;
  expect(line).toMatchObject({ event: 'something.happened', transferId: 'tr-1', process: 'test' });
});

test.each([
  { idNumber: '110102199912310357' },
  { person: { name: '样例甲', idNumber: '110102199912310357' } },
  { body: { person: { name: '样例甲', mobile: '13900000000' } } },
  { transfer: { memo: '样例甲 110102199912310357' } },
  { req: { headers: { authorization: 'Bearer 13900000000', cookie: 'baton_session=13900000000' } } },
])('a person never reaches the log, even when passed by mistake: %#', (object) => {
  expect(logged(object)).not.toMatch(/110102199912310357|样例甲|13900000000/);
});
