// One world put together from its parts.
import { CATALOGUE_2019 } from './catalogue/catalogue-2019.ts';
import { CATALOGUE_2026 } from './catalogue/catalogue-2026.ts';
import { DESKS_2026, UNITS_2026 } from './hatinh-2026/organisation.ts';
import { STAFF_2026 } from './hatinh-2026/staff.ts';
import { TRANSFERS_2026 } from './hatinh-2026/transfers.ts';
import { DESKS_2019, UNITS_2019 } from './kybac-2019/organisation.ts';
import { STAFF_2019 } from './kybac-2019/staff.ts';
import { TRANSFERS_2019 } from './kybac-2019/transfers.ts';
import { WORLD_FACTS, type World, type WorldName } from './worlds.ts';

const PARTS: Readonly<Record<WorldName, Omit<World, keyof (typeof WORLD_FACTS)[WorldName]>>> = {
  'kybac-2019': { units: UNITS_2019, desks: DESKS_2019, staff: STAFF_2019, procedures: CATALOGUE_2019, transfers: TRANSFERS_2019 },
  'hatinh-2026': { units: UNITS_2026, desks: DESKS_2026, staff: STAFF_2026, procedures: CATALOGUE_2026, transfers: TRANSFERS_2026 },
};

export const worldOf = (name: WorldName): World => ({ ...WORLD_FACTS[name], ...PARTS[name] });
