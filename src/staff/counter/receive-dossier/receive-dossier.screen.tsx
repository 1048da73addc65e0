// One client, one dossier. A draft that was left is asked about first, by the client's name.
import './receive.css';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { dateOf } from '#core/kernel/moment.ts';
import type { CatalogueEntry, DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { newId } from '../../api/new-id.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { clientOf, isTouched, newDraft, type ReceiveDraft } from './draft.ts';
import { shelfOf } from './draft-db.ts';
import { identityKindsOn } from './identity-kinds.ts';
import { Received } from './received.tsx';
import { ReceiveWork } from './receive-work.tsx';
import { underVersion } from './draft-version.ts';
import { filedDraft } from './filed-draft.ts';
import { useDossier } from '../../dossier/use-dossier.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { useDraftOwner } from './use-draft.ts';

type Phase =
  | { readonly kind: 'looking' }
  | { readonly kind: 'left'; readonly draft: ReceiveDraft }
  | { readonly kind: 'work'; readonly draft: ReceiveDraft }
  | { readonly kind: 'done'; readonly answer: DossierReceivedAnswer; readonly clientName: string; readonly corrected?: 'paper-stands' | 'paper-replaced' };

const ReceiveOne = ({
  entry,
  catalogue,
  filing,
  resume,
  pickup,
}: {
  readonly entry: CatalogueEntry;
  readonly catalogue: DeskCatalogueView;
  readonly filing?: DossierView | undefined;
  /** A draft that was chosen already. */
  readonly resume?: string | undefined;
  /** The envelope that it came in. */
  readonly pickup?: string | undefined;
}) => {
  const { world, owner } = useDraftOwner();
  const navigate = useNavigate();
  const shelf = shelfOf(world);
  const [phase, setPhase] = useState<Phase>({ kind: 'looking' });
  const withFiling = (draft: ReceiveDraft): ReceiveDraft => (filing ? filedDraft(draft, filing) : draft);
  const fresh = (): Phase => ({
    kind: 'work',
    draft: withFiling(
      newDraft({
        draftId: newId(),
        key: newId(),
        owner,
        startedAt: Date.now(),
        procedure: entry.procedure,
        onlyByPost: entry.transfer.mode === 'postal-service',
        place: { communeName: catalogue.communeName, districtName: catalogue.districtName, provinceName: catalogue.provinceName },
        identityKind: identityKindsOn(dateOf(businessNow()))[0] ?? 'identity-card-2024',
      }),
    ),
  });
  const begin = useEffectEvent((left: ReceiveDraft | undefined) => {
    if (!left) return setPhase(fresh());
    if (left.draftId === resume) return setPhase({ kind: 'work', draft: underVersion(left, entry.procedure) });
    return setPhase({ kind: left.draftId === filing?.dossierId ? 'work' : 'left', draft: left });
  });
  useEffect(() => {
    let gone = false;
    const go = (left?: ReceiveDraft) => {
      if (!gone) begin(left);
    };
    shelf.current(owner).then(go, () => go());
    return () => {
      gone = true;
    };
  }, [owner, shelf]);

  if (phase.kind === 'looking') return null;
  if (phase.kind === 'done')
    return (
      <Received
        answer={phase.answer}
        clientName={phase.clientName}
        procedureName={entry.procedure.name}
        corrected={phase.corrected}
        onSame={() => setPhase(fresh())}
      />
    );
  if (phase.kind === 'left') {
    const { draft } = phase;
    const same = draft.procedureCode === entry.procedure.code;
    const renewed = same && draft.procedureVersion !== entry.procedure.version && draft.sent === undefined;
    const resume = () =>
      same
        ? setPhase({ kind: 'work', draft: underVersion(draft, entry.procedure) })
        : void navigate({ to: '/tiep-nhan/$procedureCode', params: { procedureCode: draft.procedureCode } });
    return (
      <Screen title="Có hồ sơ đang làm dở">
        <Panel>
          <div className="stack">
            <p>
              Hồ sơ của <strong>{clientOf(draft)}</strong> · {draft.procedureName} chưa làm xong trên máy này.
            </p>
            {renewed && <p>Thủ tục đã có phiên bản mới: kiểm lại trường hợp, thành phần hồ sơ và khoản thu.</p>}
            <div className="row">
              <Button look="main" onClick={resume} autoFocus>
                Làm tiếp hồ sơ của {clientOf(draft)}
              </Button>
              <Button onClick={() => void shelf.shelve(draft).then(() => setPhase(fresh()))}>Lưu tạm, tiếp người mới</Button>
              {draft.sent === undefined && (
                <Button look="red" onClick={() => void shelf.drop(draft.draftId).then(() => setPhase(fresh()))}>
                  Bỏ hồ sơ dở
                </Button>
              )}
            </div>
          </div>
        </Panel>
      </Screen>
    );
  }
  return (
    <ReceiveWork
      key={phase.draft.draftId}
      initial={phase.draft}
      entry={entry}
      catalogue={catalogue}
      onReceived={(answer, draft) => {
        void shelf.drop(draft.draftId);
        if (pickup === draft.draftId) void import('./opened-envelope.ts').then(({ closeOpened }) => closeOpened(pickup, catalogue.desk.deskId, answer.dossierId));
        const corrected = draft.corrects && (draft.corrects.paperId === answer.paperId ? 'paper-stands' : 'paper-replaced');
        setPhase({ kind: 'done', answer, clientName: clientOf(draft), ...(corrected && { corrected }) });
      }}
      onShelve={(draft) =>
        void shelf.shelve(draft).then(() => {
          toast(`Đã lưu tạm hồ sơ của ${clientOf(draft)}.`);
          void navigate({ to: '/tiep-nhan' });
        })
      }
      onDrop={(draft) => {
        if (!isTouched(draft)) return void navigate({ to: '/tiep-nhan' });
        return setPhase({ kind: 'left', draft });
      }}
      onRefuse={(draft) =>
        void (isTouched(draft) ? shelf.save(draft) : Promise.resolve()).then(() =>
          navigate({
            to: '/tu-choi/$procedureCode',
            params: { procedureCode: entry.procedure.code },
            search: filing ? { filing: filing.dossierId } : {},
          }),
        )
      }
    />
  );
};

/** A filing of the portal that waits to be received is read first; a walk-in needs none. */
const WithFiling = ({ entry, catalogue }: { readonly entry: CatalogueEntry; readonly catalogue: DeskCatalogueView }) => {
  const { filing, resume, pickup } = useSearch({ from: '/tiep-nhan/$procedureCode' });
  const filed = useDossier(filing ?? '', filing !== undefined);
  if (filing === undefined) return <ReceiveOne key={resume} entry={entry} catalogue={catalogue} resume={resume} pickup={pickup} />;
  return (
    <Loaded from={filed}>
      {(view) => (
        <ReceiveOne key={filing} entry={entry} catalogue={catalogue} filing={view.state === 'filed-online' ? view : undefined} />
      )}
    </Loaded>
  );
};

export const ReceiveDossierScreen = () => {
  const { procedureCode } = useParams({ from: '/tiep-nhan/$procedureCode' });
  const catalogue = useCatalogue();
  return (
    <Loaded from={catalogue}>
      {(data) => {
        const entry = data.entries.find((e) => e.procedure.code === procedureCode);
        return entry ? (
          <WithFiling key={procedureCode} entry={entry} catalogue={data} />
        ) : (
          <EmptyState whole icon="info" title="Quầy này không tiếp nhận thủ tục đó hôm nay">
            Danh mục chuyển giao của quầy không có mã {procedureCode}. Bấm F2 để chọn thủ tục khác.
          </EmptyState>
        );
      }}
    </Loaded>
  );
};
