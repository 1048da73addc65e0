import type { UncollectedView } from '#wire/collection.wire.ts';

export type UncollectedRow = UncollectedView['rows'][number];

export const stepName = ({ step }: UncollectedRow): string => (step.kind === 'invite' ? `Mời lần ${step.round ?? 1}` : 'Chuyển hoàn cơ quan');
