// The agency's routes, hung under the shell.
import type { AnyRoute } from '@tanstack/react-router';

export const officeRoutes = (_parent: () => AnyRoute): readonly AnyRoute[] => [];
