// A machine that is gone for good: what it held and never sent is recorded as lost, once nothing of it waits to be judged.
import { type Result, ok, refuse } from '../kernel/result.ts';

export type CloseNumbersRefused = { readonly kind: 'device-in-use' } | { readonly kind: 'numbers-still-asked-for'; readonly openCases: number };

export const mayCloseNumbers = (device: { readonly isRevoked: boolean; readonly openCases: number }): Result<true, CloseNumbersRefused> => {
  if (!device.isRevoked) return refuse({ kind: 'device-in-use' });
  return device.openCases > 0 ? refuse({ kind: 'numbers-still-asked-for', openCases: device.openCases }) : ok(true);
};
