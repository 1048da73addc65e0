// What did not come back as the agency sent it; the agency and the desk read the same.
import { differenceInWords } from '#wire/accept-papers-words.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { Banner } from '../design/frames.tsx';
import { shortMoment } from '../words/moment-words.ts';

export const Differences = ({ back }: { readonly back: DossierView['papersBack'] }) => {
  const { differences = [], arrivedAt, arrivedByName, place } = back ?? {};
  if (differences.length === 0) return null;
  return (
    <Banner tone="red">
      <strong>Giấy tờ về quầy không như biên bản chuyển trả:</strong> {differences.map(differenceInWords).join('; ')}. {place === 'agency' && 'Chưa có giấy tờ nào về quầy: cơ quan giải quyết tìm và chuyển lại. '}{arrivedAt && <span className="faint">{arrivedByName} kiểm đếm {shortMoment(arrivedAt)}</span>}
    </Banner>
  );
};
