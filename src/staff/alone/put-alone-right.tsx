// An act that no dossier of this counter bears: guidance, a refusal of reception, certified copies. It is opened again with all
// that was entered.
import { useState } from 'react';
import { statusOf } from '../api/problem.ts';
import { useCatalogue } from '../counter/catalogue/use-catalogue.ts';
import { CertifyWork } from '../counter/certify-copies/certify-work.tsx';
import type { AnyBefore } from '../counter/put-right/putting-right.ts';
import { GuidanceAgain } from '../counter/receive-dossier/guidance-again.tsx';
import { RefuseWork, type RefuseWorkProps } from '../counter/refuse-reception/refuse-work.tsx';
import { Button } from '../design/button.tsx';
import { Banner, EmptyState, Loaded, Panel } from '../design/frames.tsx';
import { useDossier } from '../dossier/use-dossier.ts';
import type { CatalogueEntry, DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { openedCounter } from './counter.ts';

export type AloneBefore = Extract<AnyBefore, { readonly act: 'give-guidance' | 'refuse-reception' | 'certify-copies' }>;
export const isAlone = (before: AnyBefore): before is AloneBefore => before.act === 'give-guidance' || before.act === 'refuse-reception' || before.act === 'certify-copies';

type Props = { readonly before: AloneBefore; readonly onDone: () => void };

const nameIn = (before: AloneBefore): string => (before.act === 'certify-copies' ? before.body.requester.fullName : before.body.personName) ?? 'Người dân';

type FiledProps = Omit<RefuseWorkProps, 'filed'>;
/** Whether it waited is asked once: refused, its paper is still to be printed. */
const WhileFiled = ({ view, ...work }: FiledProps & { readonly view: DossierView }) => {
  const [waited] = useState(view.state === 'filed-online');
  return waited
    ? <RefuseWork {...work} filed={view} />
    : <Banner tone="amber">Hồ sơ <span className="code">{view.code}</span> đang “{view.status.label}” nên không còn từ chối tiếp nhận được. Chuyển cho văn phòng để đối chiếu giấy đã in.</Banner>;
};

/** Of an online filing: only while it waits still. */
const RefuseFiled = ({ dossierId, ...work }: FiledProps & { readonly dossierId: string }) => {
  const dossier = useDossier(dossierId);
  if (statusOf(dossier.error) === 404) return <EmptyState icon="find" title="Hệ thống không có hồ sơ này">Chuyển cho văn phòng để đối chiếu giấy đã in.</EmptyState>;
  return <Loaded from={dossier}>{(view) => <WhileFiled view={view} {...work} />}</Loaded>;
};

const Again = ({ before, entry, view, onClose, onDone }: Props & { readonly entry: CatalogueEntry; readonly view: DeskCatalogueView; readonly onClose: () => void }) => {
  switch (before.act) {
    case 'give-guidance': return <GuidanceAgain before={before} procedure={entry.procedure} onClose={onClose} />;
    case 'certify-copies': return <CertifyWork entry={entry} calendar={view.calendar} signers={view.signers} onPutRight={onDone} />;
    case 'refuse-reception': {
      const work = { entry, onBack: onClose, onDone };
      return before.body.filed ? <RefuseFiled dossierId={before.body.filed.dossierId} {...work} /> : <RefuseWork {...work} />;
    }
  }
};

export const PutAloneRight = ({ before, onDone }: Props) => {
  const catalogue = useCatalogue();
  const [open, setOpen] = useState(false);
  // shut by hand it still waits; done it waits no more
  const closed = async (): Promise<void> => {
    setOpen(false);
    if (!(await openedCounter().parkedAct(before.commandId))) onDone();
  };
  return (
    <Loaded from={catalogue}>
      {(view) => {
        const entry = view.entries.find(({ procedure }) => procedure.code === before.body.procedureCode);
        if (!entry) return <EmptyState icon="info" title="Quầy này không tiếp nhận thủ tục đó hôm nay">Chuyển cho văn phòng để đối chiếu giấy đã in.</EmptyState>;
        const again = <Again before={before} entry={entry} view={view} onClose={() => void closed()} onDone={onDone} />;
        if (open && before.act !== 'give-guidance') return again;
        return (
          <Panel title={nameIn(before)}>
            <div className="stack">
              <p className="soft">{entry.procedure.name}</p>
              <div className="row"><Button look="main" onClick={() => setOpen(true)}>Sửa và gửi lại</Button></div>
            </div>
            {open && again}
          </Panel>
        );
      }}
    </Loaded>
  );
};
