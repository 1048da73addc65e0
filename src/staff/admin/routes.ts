// The administrator's and the steering committee's routes, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';
import { readCalendarSearch } from './calendar/calendar-search.ts';
import { readQuestionsSearch } from './catalogue-questions/questions-search.ts';

export const adminRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/quan-tri/danh-muc', validateSearch: readQuestionsSearch, component: lazyRouteComponent(() => import('./catalogue-questions/questions.screen.tsx'), 'QuestionsScreen') }),
  createRoute({ getParentRoute: parent, path: '/quan-tri/tai-khoan', component: lazyRouteComponent(() => import('./accounts/accounts.screen.tsx'), 'AccountsScreen') }),
  createRoute({ getParentRoute: parent, path: '/quan-tri/so-chuyen-giao', component: lazyRouteComponent(() => import('./transfers/transfers.screen.tsx'), 'TransfersScreen') }),
  createRoute({ getParentRoute: parent, path: '/quan-tri/lich', validateSearch: readCalendarSearch, component: lazyRouteComponent(() => import('./calendar/calendar.screen.tsx'), 'CalendarScreen') }),
  createRoute({ getParentRoute: parent, path: '/quan-tri/bieu-mau', component: lazyRouteComponent(() => import('./forms/forms.screen.tsx'), 'FormsScreen') }),
  createRoute({ getParentRoute: parent, path: '/quan-tri/may-quay', component: lazyRouteComponent(() => import('./devices/devices.screen.tsx'), 'DevicesScreen') }),
  createRoute({ getParentRoute: parent, path: '/quan-tri/chuyen-phat', component: lazyRouteComponent(() => import('./carriers/carriers.screen.tsx'), 'CarriersScreen') }),
  createRoute({ getParentRoute: parent, path: '/quan-tri/quy-tac-buu-chinh', component: lazyRouteComponent(() => import('./postal-rules/postal-rules.screen.tsx'), 'PostalRulesScreen') }),
  createRoute({ getParentRoute: parent, path: '/quan-tri/nhat-ky', component: lazyRouteComponent(() => import('./journal/journal.screen.tsx'), 'JournalScreen') }),
] as const;
