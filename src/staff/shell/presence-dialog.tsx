// The officer beside the clerk opens her presence by her PIN: at the server, or without a line at this machine.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type MeDesk, presentOfficerSchema } from '#wire/session.wire.ts';
import { openedCounter } from '../alone/counter.ts';
import { isLineUp } from '../api/line.ts';
import { ME, useDesk } from '../api/session.ts';
import { findStandIn } from '../api/stand-in.ts';
import { useAct } from '../api/use-act.ts';
import { noOfficerWords } from '../counter/no-officer.ts';
import { Button } from '../design/button.tsx';
import { RadioGroup } from '../design/choices.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';

/** Who stood here last most likely stands here again. */
const lastKey = (desk: MeDesk): string => `motcua-last-officer-${desk.deskId}`;
const lastOfficer = (desk: MeDesk): string | undefined => {
  const last = localStorage.getItem(lastKey(desk));
  return desk.officers.find((officer) => officer.accountId === last)?.accountId;
};

const PRESENT_ALONE = 'Công chức tiếp nhận đã có mặt tại quầy, và xác nhận được tại máy này khi mất mạng.';
const sayNotGranted = (error: unknown): void =>
  toast(`Chưa cấp được quyền xác nhận khi mất mạng cho công chức. ${error instanceof Error ? error.message : ''}`, 'red');

export const PresenceDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const desk = useDesk();
  const client = useQueryClient();
  const [accountId, setAccountId] = useState<string>(() => lastOfficer(desk) ?? desk.officers[0]?.accountId ?? '');
  const [pin, setPin] = useState('');
  const alone = findStandIn() !== undefined;
  const open = useAct(
    (body: { accountId: string; pin: string }) => ({ path: '/api/desk/officer-presence', body, answer: presentOfficerSchema }),
    {
      onDone: ({ until }) => {
        localStorage.setItem(lastKey(desk), accountId);
        void client.invalidateQueries({ queryKey: ME });
        onClose();
        // opened by this machine alone, she is granted already
        if (alone && isLineUp()) void openedCounter().grantOfficer(accountId, pin, until).then(() => toast(PRESENT_ALONE)).catch(sayNotGranted);
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
        <Banner tone="amber">{noOfficerWords(isLineUp() ? 'at-desk' : 'without-line')}</Banner>
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
