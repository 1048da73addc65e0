// What somebody leaves behind here who signs out, in words of whoever keeps it: asked before she goes.
type Behind = () => string | undefined;

const keepers = new Map<string, Behind>();
export const tellsLeaving = (keeper: 'counter' | 'phone', behind: Behind): void => void keepers.set(keeper, behind);
export const leftBehind = (): readonly string[] => [...keepers.values()].map((behind) => behind()).filter((words) => words !== undefined);
