// The route every screen hangs under.
import { createRootRoute } from '@tanstack/react-router';
import { EmptyState } from '../design/frames.tsx';
import { Shell } from './shell.tsx';

export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: () => (
    <EmptyState whole icon="find" title="Không có màn hình này">
      Chọn một mục ở thanh bên hoặc bấm Ctrl+K để tìm.
    </EmptyState>
  ),
});
export type ShellRoute = typeof rootRoute;
