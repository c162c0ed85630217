/** What is put away: kept sheets, boxes, samples. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { sheetNumberSearch } from '../figures-params.ts';
import { archiveSearch } from '../search-params.ts';
import { needId } from './need-id.ts';
import { shell } from './shell.ts';

const archive = createRoute({
  getParentRoute: () => shell,
  path: 'archive',
  validateSearch: archiveSearch,
  component: lazyRouteComponent(() => import('../pages/archive/archive-page.tsx'), 'ArchivePage'),
});

const box = createRoute({
  getParentRoute: () => shell,
  path: 'archive/boxes/$id',
  beforeLoad: needId,
  component: lazyRouteComponent(() => import('../pages/archive/box-page.tsx'), 'BoxPage'),
});

const sample = createRoute({
  getParentRoute: () => shell,
  path: 'archive/samples/$id',
  beforeLoad: needId,
  component: lazyRouteComponent(() => import('../pages/archive/sample-page.tsx'), 'SamplePage'),
});

const keptSheet = createRoute({
  getParentRoute: () => shell,
  path: 'monthly-sheets/$id',
  beforeLoad: needId,
  component: lazyRouteComponent(() => import('../pages/monthly-sheet/sheet-page.tsx'), 'SheetPage'),
});

const keptItems = createRoute({
  getParentRoute: () => shell,
  path: 'monthly-sheets/$id/items',
  validateSearch: sheetNumberSearch,
  beforeLoad: needId,
  component: lazyRouteComponent(() => import('../pages/monthly-sheet/kept-items-page.tsx'), 'KeptItemsPage'),
});

export const archiveRoutes = [archive, box, sample, keptSheet, keptItems] as const;
