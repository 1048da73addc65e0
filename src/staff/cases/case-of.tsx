// Of whom a case is and who did it: what the paper in the binder is found by.
import type { CaseView } from './use-cases.ts';

export const CaseOf = ({ one: { personName, paperNumber } }: { readonly one: CaseView }) => {
  const said = [personName, paperNumber !== undefined && `phiếu số ${String(paperNumber).padStart(2, '0')}`].filter(Boolean);
  return said.length > 0 && <div>{said.join(' · ')}</div>;
};

export const doneWhere = ({ doneBy, deviceName }: Pick<CaseView, 'doneBy' | 'deviceName'>): string => [doneBy, `máy “${deviceName}”`].filter(Boolean).join(' · ');
