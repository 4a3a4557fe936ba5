import { createBrowserRouter, type RouteObject } from 'react-router';
import { base } from './base';
import { NotFoundPage } from './NotFoundPage';
import { PageError } from './PageError';
import { details, pages } from './pages';
import { Root } from './Root';

function routeOf({ path, load }: (typeof details)[number]): RouteObject {
  return { path, errorElement: <PageError />, lazy: async () => ({ Component: (await load()).default }) };
}

export const router = createBrowserRouter(
  [
    {
      element: <Root />,
      errorElement: <PageError />,
      hydrateFallbackElement: <></>,
      children: [...pages, ...details].map(routeOf).concat({ path: '*', element: <NotFoundPage /> }),
    },
  ],
  { basename: base === '' ? '/' : base },
);
