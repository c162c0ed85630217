/** Before whom which link of the menu stands. */
import { describe, expect, test } from 'vitest';
import { mayDo } from '../../domain/staff/permissions.ts';
import { ROLES, type Role } from '../../domain/roles.ts';
import { menuOf } from '../../web/src/layout/menu.ts';

const menu = (roles: readonly Role[], practice = false): string[] =>
  menuOf({ practice, roles, may: (action) => mayDo(roles, action) }).map(({ to }) => to);

describe('the menu', () => {
  test('is that of the work of each role', () => {
    expect(menu(['letterClerk'])).toEqual([
      '/', '/counter', '/figures', '/my-work', '/post', '/in-tray', '/contacts', '/approvals', '/exports', '/platform', '/refusals', '/colleagues',
    ]); // prettier-ignore
    expect(menu(['administrator'])).toEqual([
      '/', '/figures', '/approvals', '/imports', '/exports', '/colleagues',
      '/held-work', '/manual-decisions', '/staff', '/settings', '/operator',
    ]); // prettier-ignore
  });

  test('shows the post to whoever has its work, not to all who may read letters', () => {
    expect(menu(['reviewer'])).not.toContain('/post');
    expect(menu(['manager'])).toContain('/post');
  });

  test('leaves out what an office at work has no use for', () => {
    const added = ROLES.flatMap((role) => menu([role], true).filter((to) => !menu([role]).includes(to)));
    expect([...new Set(added)].sort()).toEqual(['/design', '/phone', '/practice']);
  });

  test('opens what everybody may see to somebody without a role', () => {
    expect(menu([])).toEqual(['/', '/approvals', '/exports']);
  });
});
