import { expect, it } from 'vitest';
import { namesBeside, namesThatFit, sheetFor, towards } from './project.ts';

const HA_TINH = { latitude: 18.34, longitude: 105.9 };
const NGHI_XUAN = { latitude: 18.63, longitude: 105.72 };
const VUNG_ANG = { latitude: 18.06, longitude: 106.38 };

it('north is up and east is right, all of it within the margins', () => {
  const sheet = sheetFor([HA_TINH, NGHI_XUAN, VUNG_ANG], 720, 40);
  const [middle, north, south] = [HA_TINH, NGHI_XUAN, VUNG_ANG].map(sheet.at) as [ReturnType<typeof sheet.at>, ReturnType<typeof sheet.at>, ReturnType<typeof sheet.at>];
  expect([north.y < middle.y, middle.y < south.y, north.x < middle.x, middle.x < south.x]).toEqual([true, true, true, true]);
  expect([north.x, south.x, north.y, south.y]).toEqual([40, 680, 40, sheet.height - 40]);
});

it('a kilometre is as long up as across', () => {
  const sheet = sheetFor([HA_TINH, NGHI_XUAN, VUNG_ANG], 720, 40);
  // Hà Tĩnh to Vũng Áng: 59 km by the great circle
  const [a, b] = [sheet.at(HA_TINH), sheet.at(VUNG_ANG)];
  expect(Math.hypot(a.x - b.x, a.y - b.y) / sheet.unitsPerKm).toBeCloseTo(59.4, 0);
});

it('one place alone stands in the middle', () => {
  const sheet = sheetFor([HA_TINH], 720, 40);
  expect(sheet.at(HA_TINH)).toEqual({ x: 360, y: sheet.height / 2 });
});

it('an arrow leads to the nearest place that way, and nowhere at the edge', () => {
  const places = [{ id: 'a', x: 0, y: 0 }, { id: 'b', x: 10, y: 1 }, { id: 'c', x: 5, y: 4 }, { id: 'd', x: 0, y: 20 }];
  const from = (id: string, key: string) => towards(places, places.find((one) => one.id === id) ?? places[0] as never, key)?.id;
  expect([from('a', 'ArrowRight'), from('a', 'ArrowDown'), from('d', 'ArrowUp'), from('b', 'ArrowRight'), from('a', 'x')]).toEqual(['b', 'd', 'a', undefined, undefined]);
});

it('of names that would lie over each other the first one stands, and none over another dot', () => {
  const place = (id: string, name: string, x: number, y: number) => ({ id, name, x, y, radius: 3 });
  const places = [place('a', 'Kỳ Anh', 0, 100), place('b', 'Kỳ Xuân', 30, 102), place('c', 'Kỳ Hoa', 10, 140), place('d', 'Kỳ Lạc', 60, 160), place('e', 'Kỳ Văn', 60, 152)];
  expect(namesThatFit(places).map(({ name }) => name)).toEqual(['Kỳ Anh', 'Kỳ Hoa', 'Kỳ Văn']);
});

it('a chosen name stands alone, whatever it covers', () => {
  const place = (id: string, name: string, x: number, y: number) => ({ id, name, x, y, radius: 3 });
  const [chosen, covered, beside] = [place('a', 'Hương Khê', 0, 100), place('b', 'Hương Phố', 40, 92), place('c', 'Hà Linh', 0, 60)];
  expect(namesBeside([chosen, covered, beside], chosen)).toEqual([beside]);
});
