// The officer beside the clerk: one PIN opens her presence, then one key confirms each reception.
import { useState } from 'react';
import type { MeDesk } from '#wire/session.wire.ts';
import { z } from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { openedCounter } from '../alone/counter.ts';
import { findStandIn } from '../api/stand-in.ts';
import { ME, useDesk, useMe } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { RadioGroup } from '../design/choices.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Icon } from '../design/icon.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { useOnline } from '../api/use-online.ts';

/** Who stood here last most likely stands here again. */
const lastKey = (desk: MeDesk): string => `motcua-last-officer-${desk.deskId}`;
const lastOfficer = (desk: MeDesk): string | undefined => {
  const last = localStorage.getItem(lastKey(desk));
  return desk.officers.find((officer) => officer.accountId === last)?.accountId;
};

const PRESENT_ALONE = 'Công chức tiếp nhận đã có mặt tại quầy, và xác nhận được tại máy này khi mất mạng.';
const sayNotGranted = (error: unknown): void =>
  toast(`Chưa cấp được quyền xác nhận khi mất mạng cho công chức. ${error instanceof Error ? error.message : ''}`, 'red');

const PresenceDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const desk = useDesk();
  const client = useQueryClient();
  const [accountId, setAccountId] = useState<string>(() => lastOfficer(desk) ?? desk.officers[0]?.accountId ?? '');
  const [pin, setPin] = useState('');
  const alone = findStandIn() !== undefined;
  const open = useAct(
    (body: { accountId: string; pin: string }) => ({ path: '/api/desk/officer-presence', body, answer: z.unknown() }),
    {
      onDone: () => {
        localStorage.setItem(lastKey(desk), accountId);
        void client.invalidateQueries({ queryKey: ME });
        onClose();
        if (alone) void openedCounter().grantOfficer(accountId, pin).then(() => toast(PRESENT_ALONE)).catch(sayNotGranted);
        else toast('Công chức tiếp nhận đã có mặt tại quầy.');
      },
    },
  );
  return (
    <Dialog
      title="Công chức xác nhận có mặt tại quầy"
      onClose={onClose}
      onSubmit={() => void open.run({ accountId, pin })}
      foot={
        <>
          <Button onClick={onClose}>Quay lại</Button>
          <Button type="submit" look="main" busy={open.busy}>
            Xác nhận có mặt
          </Button>
        </>
      }
    >
      {desk.officers.length === 0 && (
        <Banner tone="amber">Quầy này chưa có công chức tiếp nhận nào được phân công hôm nay.</Banner>
      )}
      {open.error && Object.keys(open.errors).length === 0 && <Banner tone="red">{open.error.message}</Banner>}
      <RadioGroup
        legend="Công chức tiếp nhận"
        name="accountId"
        value={accountId}
        onValue={setAccountId}
        error={open.errors['accountId']}
        choices={desk.officers.map((o) => ({
          value: o.accountId,
          label: (
            <>
              {o.fullName} <span className="faint">· {o.title}</span>
            </>
          ),
        }))}
      />
      <Field
        label="Mã PIN"
        name="pin"
        type="password"
        inputMode="numeric"
        maxLength={6}
        value={pin}
        onValue={setPin}
        error={open.errors['pin']}
        autoFocus
        hint={alone ? 'Công chức tự nhập, gồm 6 chữ số. Mã này cũng dùng để xác nhận tại máy này khi mất mạng.' : 'Công chức tự nhập, gồm 6 chữ số.'}
      />
    </Dialog>
  );
};

export const Presence = () => {
  const { presentOfficer } = useMe();
  const online = useOnline();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const leave = useAct(() => ({ path: '/api/desk/officer-presence', method: 'DELETE' as const, answer: z.unknown() }), {
    onDone: () => {
      void client.invalidateQueries({ queryKey: ME });
      toast('Đã ghi nhận công chức rời quầy.');
    },
  });
  if (!online && findStandIn()) return <span className="chip chip-amber">Mất mạng: công chức nhập mã PIN từng việc</span>;
  return presentOfficer ? (
    <span className="row">
      <span className="chip chip-green">
        <Icon name="check" size={14} />
        Công chức: {presentOfficer.fullName}
      </span>
      <Button look="plain" busy={leave.busy} onClick={() => void leave.run(undefined)}>
        Rời quầy
      </Button>
    </span>
  ) : (
    <>
      <span className="status-alone" title="Chưa có công chức tiếp nhận tại quầy">
        <Button hotkey="F8" onClick={() => setAsking(true)}>
          Mời công chức xác nhận
        </Button>
      </span>
      {asking && <PresenceDialog onClose={() => setAsking(false)} />}
    </>
  );
};
