// The counter without a line, as the server meets it: what main.ts registers.
import type { FileStore } from '#adapters/file-store/port.ts';
import { keepDeskFacts } from '../desk/facts/desk-facts.ts';
import type { DeskDeps } from '../desk/facts/desk-route.ts';
import type { App, Deps } from '../http/route.ts';
import { guardDevices } from './device/device.ts';
import { deviceRoutes } from './devices/devices.route.ts';
import { grantRoutes } from './grants/grants.route.ts';
import { changeRoutes } from './changes/changes.route.ts';
import { caseRoutes } from './cases/cases.route.ts';
import { commandRoutes } from './commands/commands.route.ts';
import { pieceRoutes } from './pieces/pieces.route.ts';
import { referenceRoutes } from './reference/reference.route.ts';
import { leaseRoutes } from './leases/leases.route.ts';

export const offlineRoutes = (app: App, deps: Deps & { readonly fileStore: FileStore }): void => {
  const desk: DeskDeps = { ...deps, facts: keepDeskFacts(deps.pool, deps.world.provinceId) };
  deviceRoutes(app, deps);
  app.register(async (scope) => {
    guardDevices(scope as App, deps);
    grantRoutes(scope as App, deps);
    leaseRoutes(scope as App, desk);
    commandRoutes(scope as App, desk);
    referenceRoutes(scope as App, desk);
    changeRoutes(scope as App, desk);
    pieceRoutes(scope as App, deps);
    caseRoutes(app, scope as App, desk);
  });
};
