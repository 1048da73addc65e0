// The limits of the steps inside the whole: each step counts its working hours from the end of the one before, and
// none may end later than the dossier's own due moment. Steps whose hours exceed the limit are a fault of the
// catalogue: the last of them are then cut off at the whole.
// @law NĐ 61/2018/NĐ-CP Đ.19.1; TT 01/2018/TT-VPCP Mẫu số 05
import type { Moment } from '../kernel/moment.ts';
import type { InternalStep } from '../procedure/procedure.ts';
import { type AnyCalendar, addWorkingMinutes } from './working-time.ts';

export type StepDue = Pick<InternalStep, 'stepId' | 'name'> & { readonly due: Moment; /** Its own hours would end later than the whole. */ readonly cutOff: boolean };

export const stepDues = (
  steps: readonly Pick<InternalStep, 'stepId' | 'name' | 'hours'>[],
  whole: { readonly countsFrom: Moment; readonly due: Moment; readonly calendar: AnyCalendar; readonly siteId: string },
): readonly StepDue[] => {
  let from = whole.countsFrom;
  return steps.map(({ stepId, name, hours }) => {
    const ends = from >= whole.due ? whole.due : addWorkingMinutes(whole.calendar, whole.siteId, from, hours * 60);
    const cutOff = ends > whole.due || (ends === whole.due && from === whole.due && hours > 0);
    from = ends > whole.due ? whole.due : ends;
    return { stepId, name, due: from, cutOff };
  });
};
