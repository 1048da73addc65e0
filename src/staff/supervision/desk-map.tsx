// Desks and flows as a drawing of our own: a dot's size is what the desk holds, a line is what is on the road to or from an
// agency, dashed in red when some of it is late. The table beside it says the same.
import { useMemo, type KeyboardEvent } from 'react';
import type { SupervisedDesks } from '#wire/supervision.wire.ts';
import { type Placed, type Sheet, namesBeside, namesThatFit, sheetFor, towards } from './project.ts';
import { byUrgency } from './use-supervision.ts';

const WIDTH = 720;
const MARGIN = 44;
const SCALES_KM = [1, 2, 5, 10, 20, 50];

type Dot = Placed & { readonly name: string; readonly radius: number; readonly late: boolean; readonly label: string };
type Line = { readonly key: string; readonly deskId: string; readonly from: Placed; readonly to: Placed; readonly width: number; readonly late: boolean };

const radiusOf = (held: number, most: number): number => 4 + 10 * Math.sqrt(most === 0 ? 0 : held / most);

const drawingOf = ({ desks, flows }: SupervisedDesks) => {
  const placed = desks.flatMap((desk) => (desk.position ? [{ ...desk, position: desk.position }] : []));
  const ends = flows.flatMap((flow) => (flow.position ? [{ ...flow, position: flow.position }] : []));
  if (placed.length === 0) return undefined;
  const sheet = sheetFor([...placed, ...ends].map(({ position }) => position), WIDTH, MARGIN);
  const most = Math.max(...placed.map(({ held }) => held));
  const dots = placed.map((desk): Dot => ({
    id: desk.deskId, ...sheet.at(desk.position), name: desk.name, radius: radiusOf(desk.held, most), late: desk.late > 0,
    label: `${desk.name}: đang giữ ${desk.held}, trên đường ${desk.onTheWay}${desk.late > 0 ? `, quá hạn chuyển ${desk.late}` : ''}`,
  }));
  const busiest = Math.max(1, ...ends.map(({ toAgency, toDesk }) => toAgency + toDesk));
  const lines = ends.flatMap((flow): readonly Line[] => {
    const from = dots.find(({ id }) => id === flow.deskId);
    if (!from) return [];
    const count = flow.toAgency + flow.toDesk;
    return [{ key: `${flow.deskId} ${flow.agencyUnitId}`, deskId: flow.deskId, from, to: { id: flow.agencyUnitId, ...sheet.at(flow.position) }, width: 1 + 3 * Math.sqrt(count / busiest), late: flow.late > 0 }];
  });
  const agencies = [...new Map(lines.map(({ to }) => [`${to.x} ${to.y}`, to])).values()];
  // names of what asks for a look first
  const named = namesThatFit(placed.toSorted(byUrgency).flatMap(({ deskId }) => dots.filter(({ id }) => id === deskId)));
  return { sheet, dots, lines, agencies, named };
};

/** Half a desk away from itself: what goes to an agency of the same commune is a ring. */
const isHere = ({ from, to }: Line): boolean => Math.hypot(from.x - to.x, from.y - to.y) < 3;

const Scale = ({ sheet }: { readonly sheet: Sheet }) => {
  const km = SCALES_KM.findLast((one) => one * sheet.unitsPerKm <= sheet.width / 5) ?? 1;
  const [x, y, length] = [12, sheet.height - 10, km * sheet.unitsPerKm];
  return (
    <g aria-hidden="true" className="map-scale">
      <path d={`M${x} ${y - 4}v4h${length}v-4`} /><text x={x + length + 6} y={y}>{km} km</text>
      <path d={`M${sheet.width - 30} 34V12l-5 8m5-8 5 8`} /><text x={sheet.width - 44} y={30} textAnchor="end">Bắc</text>
    </g>
  );
};

export const DeskMap = ({ view, chosen, onChoose }: { readonly view: SupervisedDesks; readonly chosen: string | undefined; readonly onChoose: (deskId: string) => void }) => {
  const drawing = useMemo(() => drawingOf(view), [view]);
  if (!drawing) return <p className="soft">Chưa có tọa độ của quầy nào; xem bảng.</p>;
  const { sheet, dots, lines, agencies, named } = drawing;
  const stop = dots.find(({ id }) => id === chosen) ?? dots[0];
  const press = (event: KeyboardEvent<SVGGElement>, dot: Dot): void => {
    const next = event.key === 'Enter' || event.key === ' ' ? dot : towards(dots, dot, event.key);
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    event.currentTarget.ownerSVGElement?.querySelector<SVGGElement>(`[data-desk="${next.id}"]`)?.focus();
  };
  const large = dots.find(({ id }) => id === chosen);
  const shown = large ? [...namesBeside(named, large), large] : named;
  return (
    <figure className="desk-map">
      <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="group" aria-label="Bản đồ các quầy và luồng giấy tờ">
        <g aria-hidden="true">
          {lines.map((line) => {
            const look = ['map-line', line.late && 'map-late', chosen !== undefined && line.deskId !== chosen && 'map-dim'].filter(Boolean).join(' ');
            return isHere(line)
              ? <circle key={line.key} className={look} cx={line.from.x} cy={line.from.y} r={(dots.find(({ id }) => id === line.deskId)?.radius ?? 4) + 4} strokeWidth={line.width} />
              : <line key={line.key} className={look} x1={line.from.x} y1={line.from.y} x2={line.to.x} y2={line.to.y} strokeWidth={line.width} />;
          })}
        </g>
        {dots.map((dot) => (
          <g
            key={dot.id} data-desk={dot.id} role="button" tabIndex={dot === stop ? 0 : -1} aria-pressed={dot.id === chosen} aria-label={dot.label}
            className={['map-desk', dot.late && 'map-desk-late', dot.id === chosen && 'map-chosen'].filter(Boolean).join(' ')}
            onClick={() => onChoose(dot.id)} onKeyDown={(event) => press(event, dot)}
          >
            <circle className="map-touch" cx={dot.x} cy={dot.y} r={Math.max(dot.radius, 12)} /><circle className="map-dot" cx={dot.x} cy={dot.y} r={dot.radius} />
          </g>
        ))}
        <g aria-hidden="true" className="map-agencies">{agencies.map(({ x, y }) => <rect key={`${x} ${y}`} className="map-agency" x={x - 4} y={y - 4} width={8} height={8} />)}</g>
        <g aria-hidden="true">{shown.map(({ id, x, y, name, radius }) => <text key={id} className={id === chosen ? 'map-name map-name-chosen' : 'map-name'} x={x} y={y - radius - 4} textAnchor="middle">{name}</text>)}</g>
        <Scale sheet={sheet} />
      </svg>
      <figcaption className="map-legend faint">
        <span><i className="map-key-dot" /> quầy, lớn theo số giấy tờ đang giữ</span><span><i className="map-key-agency" /> cơ quan</span><span><i className="map-key-line" /> đang chuyển</span>
        <span><i className="map-key-late" /> có giấy tờ quá hạn chuyển</span>{view.desks.some(({ position }) => position?.isApproximate) && <span>Vị trí gần đúng.</span>}
      </figcaption>
    </figure>
  );
};
