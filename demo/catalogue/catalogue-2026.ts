// Every procedure of the Hà Tĩnh world, as the law stands in November 2026.
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { CERTIFICATION_2019 } from './2019/certification.ts';

export const CATALOGUE_2026: readonly ProcedureVersion[] = [...CERTIFICATION_2019];
