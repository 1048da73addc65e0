// The post's own couriers at all three places: her phone, the desk, the supervisor.
import { keepDeskFacts } from '../desk/facts/desk-facts.ts';
import type { RouteModule } from '../http/route.ts';
import { courierRoutes } from './courier.route.ts';
import { deskCourierRoutes } from './desk-couriers.route.ts';
import { onPaperRoutes } from './on-paper.route.ts';
import { pickupRoutes } from './pickups.route.ts';
import { postRoundRoutes } from './post-rounds.route.ts';
import { remittanceRoutes } from './remittances.route.ts';

export const couriersRoutes: RouteModule = (app, deps) => {
  const withFacts = { ...deps, facts: keepDeskFacts(deps.pool, deps.world.provinceId) };
  courierRoutes(app, withFacts);
  deskCourierRoutes(app, withFacts);
  postRoundRoutes(app, deps);
  pickupRoutes(app, withFacts);
  onPaperRoutes(app, withFacts);
  remittanceRoutes(app, withFacts);
};
