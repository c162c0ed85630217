/** The office itself: who works in it, by which rules, and what keeps it running. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needPractice } from './need-practice.ts';
import { shell } from './shell.ts';

const colleagues = createRoute({
  getParentRoute: () => shell,
  path: 'colleagues',
  component: lazyRouteComponent(() => import('../pages/colleagues/colleagues-page.tsx'), 'ColleaguesPage'),
});

const staff = createRoute({
  getParentRoute: () => shell,
  path: 'staff',
  component: lazyRouteComponent(() => import('../pages/staff/staff-page.tsx'), 'StaffPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: 'settings',
  component: lazyRouteComponent(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
});

const firstSteps = createRoute({
  getParentRoute: () => shell,
  path: 'first-steps',
  component: lazyRouteComponent(() => import('../pages/first-steps/first-steps-page.tsx'), 'FirstStepsPage'),
});

const operator = createRoute({
  getParentRoute: () => shell,
  path: 'operator',
  component: lazyRouteComponent(() => import('../pages/operator/operator-page.tsx'), 'OperatorPage'),
});

const password = createRoute({
  getParentRoute: () => shell,
  path: 'password',
  component: lazyRouteComponent(() => import('../pages/sign-in/password-page.tsx'), 'PasswordPage'),
});

/** What pages are made of, for those who make them; an office at work has no use for it. */
const design = createRoute({
  getParentRoute: () => shell,
  path: 'design',
  beforeLoad: needPractice,
  component: lazyRouteComponent(() => import('../pages/design/design-page.tsx'), 'DesignPage'),
});

export const officeRoutes = [colleagues, staff, settings, firstSteps, operator, password, design] as const;
