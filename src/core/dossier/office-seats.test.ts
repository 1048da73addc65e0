import { expect, test } from 'vitest';
import { STEPS } from '#testing/office-dossier.ts';
import type { UnitId } from '../organisation/organisation.ts';
import { type PlacedSeat, seatsReaching, workSteps } from './office-work.ts';

const seat = (unitId: string, rootUnitId: string): PlacedSeat => ({ role: 'agency-officer', unitId: unitId as UnitId, rootUnitId: rootUnitId as UnitId, assignmentNo: 1 });
const reaches = (one: PlacedSeat, agency: string, root: string, section?: string): boolean =>
  seatsReaching([one], { agencyUnitId: agency as UnitId, sectionUnitId: section as UnitId | undefined }, root as UnitId).length === 1;

test('a seat at the agency reaches all its dossiers, a seat in a section only its own and those nobody has', () => {
  expect(reaches(seat('so', 'so'), 'so', 'so', 'phong-a')).toBe(true);
  expect(reaches(seat('phong-a', 'so'), 'so', 'so', 'phong-a')).toBe(true);
  expect(reaches(seat('phong-a', 'so'), 'so', 'so')).toBe(true);
  expect(reaches(seat('phong-b', 'so'), 'so', 'so', 'phong-a')).toBe(false);
});

test('where a section itself decides, the agency above it signs and issues, another section does not', () => {
  expect(reaches(seat('huyen', 'huyen'), 'phong-tckh', 'huyen')).toBe(true);
  expect(reaches(seat('phong-tckh', 'huyen'), 'phong-tckh', 'huyen')).toBe(true);
  expect(reaches(seat('phong-tp', 'huyen'), 'phong-tckh', 'huyen')).toBe(false);
});

test('a district does not reach its communes', () => {
  expect(reaches(seat('huyen', 'huyen'), 'xa', 'xa')).toBe(false);
});

test('nothing leaves an agency unsigned or unnumbered, whatever the catalogue’s steps say', () => {
  expect(workSteps(STEPS)).toEqual(STEPS);
  expect(workSteps([]).map((step) => step.role)).toEqual(['agency-officer', 'signing-leader', 'records-clerk']);
  expect(workSteps([{ stepId: 'x', name: 'Thụ lý', role: 'agency-officer', hours: 8 }]).map((step) => [step.role, step.hours]))
    .toEqual([['agency-officer', 8], ['signing-leader', 0], ['records-clerk', 0]]);
});
