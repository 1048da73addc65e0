// Every procedure of the Hà Tĩnh world, as the law stands in November 2026.
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { CERTIFICATION_2026 } from './2026/certification.ts';
import { CIVIL_STATUS_2026 } from './2026/civil-status.ts';
import { RESIDENCE_2026 } from './2026/residence.ts';
import { WELFARE_AND_ECONOMY_2026 } from './2026/welfare-and-economy.ts';

export const CATALOGUE_2026: readonly ProcedureVersion[] = [
  ...CIVIL_STATUS_2026, ...CERTIFICATION_2026, ...RESIDENCE_2026, ...WELFARE_AND_ECONOMY_2026,
];
