// From the envelope to the reception: its draft is laid on the shelf and taken up there, as any draft that was left.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dateOf } from '#core/kernel/moment.ts';
import type { DeskPickup } from '#wire/courier-desk.wire.ts';
import { newId } from '../../api/new-id.ts';
import { businessNow } from '../../api/session.ts';
import { useCatalogue } from '../../counter/catalogue/use-catalogue.ts';
import { shelfOf } from '../../counter/receive-dossier/draft-db.ts';
import { identityKindsOn } from '../../counter/receive-dossier/identity-kinds.ts';
import { useDraftOwner } from '../../counter/receive-dossier/use-draft.ts';
import { toast } from '../../design/toast.tsx';
import { receptionOf } from './pickup-reception.ts';

export const useReceiveFrom = () => {
  const { world, owner } = useDraftOwner();
  const catalogue = useCatalogue().data;
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const open = async (pickup: DeskPickup): Promise<void> => {
    const entry = catalogue?.entries.find(({ procedure }) => procedure.code === pickup.procedureCode);
    if (!catalogue || !entry) return toast('Quầy hôm nay không tiếp nhận thủ tục này. Trả lại phong bì, hoặc hỏi người quản trị danh mục.', 'red');
    const shelf = shelfOf(world);
    // opened before and left: what was typed then goes on
    const left = [await shelf.current(owner), ...(await shelf.shelved(owner)).map(({ draft }) => draft)].find((draft) => draft?.draftId === pickup.pickupId);
    const draft = left ?? receptionOf(pickup, entry, catalogue, identityKindsOn(dateOf(businessNow()))[0] ?? 'identity-card-2024', { key: newId(), owner, startedAt: Date.now() });
    await shelf.takeUp(draft);
    await navigate({ to: '/tiep-nhan/$procedureCode', params: { procedureCode: pickup.procedureCode }, search: { resume: draft.draftId, pickup: pickup.pickupId } });
  };
  return {
    busy: busy || catalogue === undefined,
    open: (pickup: DeskPickup): void => {
      setBusy(true);
      void open(pickup).finally(() => setBusy(false));
    },
  };
};
