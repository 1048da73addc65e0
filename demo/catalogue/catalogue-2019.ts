// Every procedure of the Kỳ Bắc world, as the law stood in November 2019.
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { CERTIFICATION_2019 } from './2019/certification.ts';

export const CATALOGUE_2019: readonly ProcedureVersion[] = [...CERTIFICATION_2019];
