/** What is counted, and the lists behind it. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { figuresSearch, sheetItemsSearch, stepTimesSearch } from '../figures-params.ts';
import { moneySearch } from '../money-params.ts';
import {
  belatedFactsSearch,
  casesSearch,
  decisionsSearch,
  heldWorkSearch,
  platformSearch,
  refusalsSearch,
  todaySearch,
  volumeItemsSearch,
} from '../search-params.ts';
import { needId } from './need-id.ts';
import { shell } from './shell.ts';

const today = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: todaySearch,
  staticData: { isPlain: true },
  component: lazyRouteComponent(() => import('../pages/today/today-page.tsx'), 'TodayPage'),
});

const figures = createRoute({
  getParentRoute: () => shell,
  path: 'figures',
  validateSearch: figuresSearch,
  component: lazyRouteComponent(() => import('../pages/figures/figures-page.tsx'), 'FiguresPage'),
});

const exports = createRoute({
  getParentRoute: () => shell,
  path: 'exports',
  component: lazyRouteComponent(() => import('../pages/exports/exports-page.tsx'), 'ExportsPage'),
});

const sheetItems = createRoute({
  getParentRoute: () => shell,
  path: 'month-sheet',
  validateSearch: sheetItemsSearch,
  component: lazyRouteComponent(() => import('../pages/numbers/sheet-items-page.tsx'), 'SheetItemsPage'),
});

const stepTimes = createRoute({
  getParentRoute: () => shell,
  path: 'step-times',
  validateSearch: stepTimesSearch,
  component: lazyRouteComponent(() => import('../pages/numbers/step-times-page.tsx'), 'StepTimesPage'),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: 'cases',
  validateSearch: casesSearch,
  component: lazyRouteComponent(() => import('../pages/cases/cases-page.tsx'), 'CasesPage'),
});

const belatedFacts = createRoute({
  getParentRoute: () => shell,
  path: 'belated-facts',
  validateSearch: belatedFactsSearch,
  component: lazyRouteComponent(() => import('../pages/belated-facts/belated-facts-page.tsx'), 'BelatedFactsPage'),
});

const volumeItems = createRoute({
  getParentRoute: () => shell,
  path: 'volume',
  validateSearch: volumeItemsSearch,
  component: lazyRouteComponent(() => import('../pages/numbers/volume-items-page.tsx'), 'VolumeItemsPage'),
});

const money = createRoute({
  getParentRoute: () => shell,
  path: 'money',
  validateSearch: moneySearch,
  component: lazyRouteComponent(() => import('../pages/numbers/money-page.tsx'), 'MoneyPage'),
});

const heldWork = createRoute({
  getParentRoute: () => shell,
  path: 'held-work',
  validateSearch: heldWorkSearch,
  component: lazyRouteComponent(() => import('../pages/held-work/held-work-page.tsx'), 'HeldWorkPage'),
});

const platform = createRoute({
  getParentRoute: () => shell,
  path: 'platform',
  validateSearch: platformSearch,
  component: lazyRouteComponent(() => import('../pages/platform/platform-page.tsx'), 'PlatformPage'),
});

const refusals = createRoute({
  getParentRoute: () => shell,
  path: 'refusals',
  validateSearch: refusalsSearch,
  component: lazyRouteComponent(() => import('../pages/refusals/refusals-page.tsx'), 'RefusalsPage'),
});

const refusal = createRoute({
  getParentRoute: () => shell,
  path: 'refusals/$id',
  beforeLoad: needId,
  component: lazyRouteComponent(() => import('../pages/refusals/refusal-page.tsx'), 'RefusalPage'),
});

const manualDecisions = createRoute({
  getParentRoute: () => shell,
  path: 'manual-decisions',
  validateSearch: decisionsSearch,
  component: lazyRouteComponent(() => import('../pages/manual-decisions/decisions-page.tsx'), 'DecisionsPage'),
});

export const numbersRoutes = [
  exports,
  today,
  figures,
  sheetItems,
  stepTimes,
  cases,
  belatedFacts,
  volumeItems,
  money,
  heldWork,
  platform,
  refusals,
  refusal,
  manualDecisions,
] as const;
