import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/moment.ts';
import type { DeskId, UnitId } from '../organisation/organisation.ts';
import { addRegisterLine, type AddRegisterLine, type RegisterFacts } from './add-register-line.ts';
import type { ProcedureCode, TransferEntry } from './procedure.ts';

const day = (text: string) => text as PlainDate;
const LINE: AddRegisterLine = {
  deskId: 'ky-bac' as DeskId, procedureCode: '1.001193' as ProcedureCode, agencyUnitId: 'xa-ky-xuan' as UnitId, mode: 'support', validFrom: day('2019-12-02'), decision: 'QĐ 12/QĐ-UBND',
};
const before: TransferEntry = { ...LINE, agencyUnitId: 'xa-ky-bac' as UnitId, validFrom: day('2018-06-21'), decision: 'QĐ 1/QĐ-UBND' };
const facts = (more: Partial<RegisterFacts> = {}): RegisterFacts => ({
  today: day('2019-11-18'), desk: { validFrom: day('2018-01-01') }, agency: { kind: 'commune', validFrom: day('2000-01-01') }, procedureIsKnown: true, lines: [], ...more,
});
const refused = (line: Partial<AddRegisterLine>, more: Partial<RegisterFacts> = {}) => {
  const added = addRegisterLine({ ...LINE, ...line }, facts(more));
  return added.ok ? undefined : added.refusal;
};

describe('a line of the transfer register', () => {
  it('is added from today on, and ends the one that held until then', () => {
    expect(addRegisterLine(LINE, facts())).toEqual({ ok: true, value: { line: LINE } });
    expect(addRegisterLine({ ...LINE, validFrom: day('2019-11-18') }, facts({ lines: [before] }))).toMatchObject({ ok: true, value: { ended: before } });
    expect(addRegisterLine(LINE, facts({ lines: [{ ...before, validTo: day('2019-12-02') }] }))).toEqual({ ok: true, value: { line: LINE } });
  });

  it('changes no day that is over, and stands behind no later line', () => {
    expect(refused({ validFrom: day('2019-11-17') })).toEqual({ kind: 'begins-before-today', today: '2019-11-18' });
    expect(refused({}, { lines: [{ ...before, validFrom: day('2020-01-01') }] })).toEqual({ kind: 'later-line', validFrom: '2020-01-01' });
    expect(refused({}, { lines: [{ ...before, validFrom: LINE.validFrom }] })).toEqual({ kind: 'line-of-that-day', validFrom: '2019-12-02', from: '2019-12-03' });
    expect(addRegisterLine({ ...LINE, validFrom: day('2019-12-03') }, facts({ lines: [{ ...before, validFrom: LINE.validFrom }] })).ok).toBe(true);
    expect(refused({}, { lines: [{ ...LINE, validFrom: day('2019-11-01') }] })).toEqual({ kind: 'nothing-changed' });
  });

  it('names a desk, an agency that decides and a procedure that are there on its first day', () => {
    expect(refused({}, { procedureIsKnown: false })?.kind).toBe('procedure-not-known');
    expect([refused({}, { desk: { validFrom: day('2020-01-01') } }), refused({}, { desk: { validFrom: day('2018-01-01'), validTo: LINE.validFrom } })].map((one) => one?.kind)).toEqual(['desk-not-open', 'desk-not-open']);
    const agencies: readonly RegisterFacts['agency'][] = [{ kind: 'commune-post', validFrom: day('2000-01-01') }, { kind: 'commune', validFrom: day('2000-01-01'), validTo: day('2019-11-30') }];
    expect(agencies.map((agency) => refused({}, { agency })?.kind)).toEqual(['agency-not-there', 'agency-not-there']);
    expect(refused({ mode: 'delegated' })?.kind).toBe('delegation-missing');
  });
});
