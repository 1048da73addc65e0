// Where each thing of the dossier is: its way as a track of holders, the last of them the one that has it now.
import { holderInWords, thingInWords } from '#wire/custody-words.ts';
import type { CustodyStop, DossierCustody } from '#wire/custody.wire.ts';
import { shortMoment } from '../words/moment-words.ts';
import { paperUrl } from './paper-pdf.tsx';

const HOW: Readonly<Record<CustodyStop['how'], string>> = {
  came: 'từ', parted: 'tách ra', split: 'tách ra', packed: 'xếp vào túi', unpacked: 'lấy khỏi túi', sealed: 'niêm phong', unsealed: 'cắt niêm phong', sent: 'đang đến, chuyển', received: 'nhận', refused: 'không nhận',
  'taken-over': 'nhận, không qua biên bản', 'handed-out': 'nhận', archived: 'lưu từ', lost: 'không thấy từ', found: 'tìm thấy', corrected: 'ghi lại', destroyed: 'ghi mất',
};

const stopClass = (stop: CustodyStop, isLast: boolean): string =>
  [isLast && 'track-now', stop.onTheWay && 'track-open', (stop.kind === 'unaccounted' || stop.how === 'refused') && 'track-lost'].filter(Boolean).join(' ');

type Opens = (recordId: string) => string;
const Stop = ({ stop, isLast, opens }: { readonly stop: CustodyStop; readonly isLast: boolean; readonly opens: Opens }) => (
  <li className={stopClass(stop, isLast)} aria-current={isLast ? 'location' : undefined}>
    <strong>{holderInWords(stop)}</strong>
    <div className="faint">{HOW[stop.how]} {shortMoment(stop.at)}</div>
    {stop.recordId !== undefined && stop.recordNumber !== undefined && (
      <div className="faint"><a href={opens(stop.recordId)} target="_blank" rel="noreferrer" aria-label={`Mở biên bản ${stop.recordNumber}`}>biên bản {stop.recordNumber}</a></div>
    )}
    {stop.note !== undefined && <div className="faint">{stop.note}</div>}
  </li>
);

/** `opens`: where whoever looks opens the records that it went under. */
export const CustodyTracks = ({ custody, opens = paperUrl }: { readonly custody: DossierCustody; readonly opens?: Opens }) => (
  <div className="stack">
    {custody.map((thing) => (
      <section key={thing.thingId} className="stack-tight">
        <h3>{thingInWords(thing)} <span className="faint">{thing.count} bản</span></h3>
        <ol className="track" aria-label={`${thingInWords(thing)} đã qua tay ai`}>
          {thing.stops.map((stop, index) => <Stop key={index} stop={stop} isLast={index === thing.stops.length - 1} opens={opens} />)}
        </ol>
      </section>
    ))}
  </div>
);
