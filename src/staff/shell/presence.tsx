// The officer beside the clerk: one PIN opens her presence, then one key confirms each reception; with the line and without.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { openedCounter, useStanding } from '../alone/counter.ts';
import { ME, useMe } from '../api/session.ts';
import { findStandIn } from '../api/stand-in.ts';
import { useAct } from '../api/use-act.ts';
import { useOnline } from '../api/use-online.ts';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { toast } from '../design/toast.tsx';
import type { PresenceDialog } from './presence-dialog.tsx';

const NOT_FETCHED = 'Chưa mở được cửa sổ nhập mã PIN. Kiểm tra mạng, hoặc tải lại trang, rồi bấm lại.';

export const Presence = () => {
  const { presentOfficer, desk } = useMe();
  const online = useOnline();
  const standing = useStanding();
  const client = useQueryClient();
  const [asking, setAsking] = useState<{ readonly Dialog: typeof PresenceDialog }>();
  const leave = useAct(() => ({ path: '/api/desk/officer-presence', method: 'DELETE' as const, answer: z.unknown() }), {
    onDone: () => {
      void client.invalidateQueries({ queryKey: ME });
      toast('Đã ghi nhận công chức rời quầy.');
    },
  });
  const ask = (): void => void import('./presence-dialog.tsx').then(({ PresenceDialog: Dialog }) => setAsking({ Dialog }), () => toast(NOT_FETCHED, 'red'));
  const alone = !online && findStandIn() !== undefined;
  if (alone && desk?.officerConfirmation === 'pin-each') return <span className="chip chip-amber">Mất mạng: công chức nhập mã PIN từng việc</span>;
  const present = alone ? standing?.present : presentOfficer;
  const leaves = (): void => {
    // she leaves this machine at once, whether the server answers or not
    if (findStandIn()) openedCounter().endPresence();
    void leave.run(undefined);
  };
  return present ? (
    <span className="row">
      <span className="chip chip-green">
        <Icon name="check" size={14} />
        Công chức: {present.fullName}
      </span>
      <Button look="plain" busy={leave.busy} onClick={leaves}>
        Rời quầy
      </Button>
    </span>
  ) : (
    <>
      <span className="status-alone" title="Chưa có công chức tiếp nhận tại quầy">
        <Button hotkey="F8" onClick={ask}>
          Mời công chức xác nhận
        </Button>
      </span>
      {asking && <asking.Dialog onClose={() => setAsking(undefined)} />}
    </>
  );
};
