// The register books, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';
import { readBookSearch } from './book-words.ts';

export const bookRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/so', component: lazyRouteComponent(() => import('./books.screen.tsx'), 'BooksScreen') }),
  createRoute({ getParentRoute: parent, path: '/so/$slug/$holderId/$year', validateSearch: readBookSearch, component: lazyRouteComponent(() => import('./book.screen.tsx'), 'BookScreen') }),
] as const;
