// Every procedure of the Kỳ Bắc world, as the law stood in November 2019.
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { CERTIFICATION_2019 } from './2019/certification.ts';
import { CIVIL_STATUS_2019 } from './2019/civil-status.ts';
import { DISTRICT_2019, PROVINCE_2019 } from './2019/district-and-province.ts';
import { POLICE_AND_WELFARE_2019 } from './2019/police-and-welfare.ts';

export const CATALOGUE_2019: readonly ProcedureVersion[] = [
  ...CIVIL_STATUS_2019, ...CERTIFICATION_2019, ...POLICE_AND_WELFARE_2019, ...DISTRICT_2019, ...PROVINCE_2019,
];
