// A reception that was printed here and that the server did not take: what stood in its way, at the boxes it names.
import { Banner } from '../../design/frames.tsx';
import type { CorrectsDraft, ReceiveDraft, SectionId } from './draft.ts';
import { sectionOf } from './section-of.ts';

export const RefusedBanner = ({ corrects }: { readonly corrects: CorrectsDraft }) => (
  <Banner tone="red">
    <strong>Máy chủ chưa nhận hồ sơ {corrects.code}:</strong> {corrects.text} Sửa rồi tiếp nhận lại; mã và giờ tiếp nhận giữ như đã in.
  </Banner>
);

/** What stands in the section, by its parts. */
const partsOf = (draft: ReceiveDraft, section: SectionId): readonly unknown[] => {
  switch (section) {
    case 'applicant': return [draft.applicant, draft.dossierOwner, draft.representation, draft.ownerDiffers];
    case 'case': return [draft.answers, draft.caseId];
    case 'papers': return [draft.papers];
    case 'fees': return [draft.fees, draft.posting];
    case 'return': return [draft.returnWish];
    case 'confirm': return [draft.lateEntry, draft.signing];
  }
};

/** Named until something in the section was changed. */
export const refusedErrors = (draft: ReceiveDraft, initial: ReceiveDraft, section: SectionId): Readonly<Record<string, string>> => {
  const before = partsOf(initial, section);
  if (!draft.corrects || partsOf(draft, section).some((part, i) => part !== before[i])) return {};
  return Object.fromEntries(draft.corrects.fieldErrors.filter(({ path }) => sectionOf(path) === section).map(({ path, message }) => [path, message]));
};
