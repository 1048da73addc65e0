// A stop as the supervisor plans it, and the rounds courier by courier.
import type { PlannedStop } from '#wire/courier-desk.wire.ts';

export const NOT_PLANNED = 'Chưa xếp chuyến';
export const itemWords = ({ itemNumber, orderNumber }: PlannedStop): string => itemNumber ?? orderNumber;

/** The couriers' house has the order. */
export const mayPlanNow = ({ inBook }: PlannedStop): boolean => inBook;
/** Still at its desk. */
export const mayMove = ({ state }: PlannedStop): boolean => state === 'planned' || state === 'at-desk';

export type Round = { readonly courierId: string; readonly name: string; readonly stops: readonly PlannedStop[] };

/** As they come: each courier's in her order. */
export const roundsOf = (stops: readonly PlannedStop[]): readonly Round[] =>
  [...Map.groupBy(stops, ({ courierId }) => courierId ?? '')].map(([courierId, own]) => ({ courierId, name: own[0]?.courierName ?? '', stops: own }));
