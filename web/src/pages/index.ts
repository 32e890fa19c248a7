import { type ComponentType, lazy } from 'react';

/** What a page is given: the open parts of its address. */
export interface PageProps {
  readonly id: string;
}

export interface PageEntry {
  readonly path: string;
  readonly title: string;
  /** Its word in the masthead; without one it is reached from another page. */
  readonly menu?: string;
  /** The page of the masthead that it belongs to. */
  readonly under?: string;
  readonly Page: ComponentType<PageProps>;
}

/** Every page: one folder and one line each. */
export const PAGES: readonly PageEntry[] = [
  { path: '/', title: 'Start', Page: lazy(() => import('./start/index.tsx')) },
  { path: '/reports', title: 'Reports', menu: 'Reports', Page: lazy(() => import('./reports/index.tsx')) },
  { path: '/reports/:id', title: 'Report', Page: lazy(() => import('./report/index.tsx')) },
  { path: '/statements', title: 'Statements', menu: 'Statements', Page: lazy(() => import('./statements/index.tsx')) },
  { path: '/sources', title: 'Sources', menu: 'Sources', Page: lazy(() => import('./sources/index.tsx')) },
  { path: '/sources/:id', title: 'Source', Page: lazy(() => import('./source/index.tsx')) },
  { path: '/claims', title: 'Claims', menu: 'Claims', Page: lazy(() => import('./claims/index.tsx')) },
  { path: '/claims/:id', title: 'Claim', Page: lazy(() => import('./claim/index.tsx')) },
  { path: '/tallies', title: 'Figures', menu: 'Figures', Page: lazy(() => import('./tallies/index.tsx')) },
  { path: '/tallies/:id', title: 'Figure', Page: lazy(() => import('./tally/index.tsx')) },
  { path: '/forecasts', title: 'Forecasts', menu: 'Forecasts', Page: lazy(() => import('./forecasts/index.tsx')) },
  { path: '/timeline', title: 'When and where', menu: 'When', Page: lazy(() => import('./timeline/index.tsx')) },
  { path: '/map', title: 'When and where', under: '/timeline', Page: lazy(() => import('./map/index.tsx')) },
  { path: '/watching', title: 'Watching', menu: 'Watching', Page: lazy(() => import('./watching/index.tsx')) },
  { path: '/review', title: 'Review', menu: 'Review', Page: lazy(() => import('./review/index.tsx')) },
  { path: '/ledger', title: 'Ledger', menu: 'Ledger', Page: lazy(() => import('./ledger/index.tsx')) },
];
