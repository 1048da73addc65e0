// A code for one machine of one desk: good once, for half an hour, told by voice or phone.
import { useState } from 'react';
import { wallTimeOf } from '#core/kernel/moment.ts';
import type { z } from 'zod';
import { type devicesView, enrolmentCodeAnswer } from '#wire/offline.wire.ts';
import { focusFirstError, useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { codeErrors } from './code-draft.ts';

type Desk = z.output<typeof devicesView>['desks'][number];

export const CodeDialog = ({ desks, onClose }: { readonly desks: readonly Desk[]; readonly onClose: () => void }) => {
  const [deskId, setDeskId] = useState<string>(desks.length === 1 ? (desks[0]?.deskId ?? '') : '');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const make = useAct((body: { readonly deskId: string; readonly name: string }) => ({ path: '/api/admin/devices/codes', body, answer: enrolmentCodeAnswer }));
  const [made, setMade] = useState<z.output<typeof enrolmentCodeAnswer>>();
  if (made) {
    return (
      <Dialog title="Mã đăng ký máy" onClose={onClose} onSubmit={onClose} foot={<Button type="submit" look="main">Đã báo cho quầy</Button>}>
        <p className="device-code" role="status">{made.code}</p>
        <p>Dùng một lần, đến <strong>{wallTimeOf(made.validUntil)}</strong>. Báo mã cho người ở quầy; người đó đăng nhập tại máy của quầy, bấm biểu tượng mạng ở góc trên bên trái (hoặc Ctrl+K rồi gõ “mất mạng”), bấm “Đăng ký máy này” và nhập mã.</p>
      </Dialog>
    );
  }
  const wrong = codeErrors({ deskId, name });
  const submit = async (): Promise<void> => {
    const isWhole = Object.keys(wrong).length === 0;
    setTried(!isWhole);
    if (!isWhole) return void requestAnimationFrame(() => focusFirstError(wrong));
    setMade(await make.run({ deskId, name: name.trim() }));
  };
  const errors = { ...make.errors, ...(tried ? wrong : {}) };
  return (
    <Dialog
      title="Cấp mã đăng ký máy" onClose={onClose} onSubmit={() => void submit()}
      foot={<><Button onClick={onClose}>Quay lại</Button><Button type="submit" look="main" busy={make.busy}>Cấp mã đăng ký</Button></>}
    >
      <p className="soft">Máy đã đăng ký giữ sẵn thủ tục, số hồ sơ và làm việc được khi mất mạng. Chỉ cấp cho máy của quầy, có mã hóa ổ đĩa và mật khẩu riêng.</p>
      {make.error && Object.keys(make.errors).length === 0 && <Banner tone="red">{make.error.message}</Banner>}
      <div {...(desks.length > 1 && { 'data-begins': '' })}><SelectField label="Quầy" name="deskId" value={deskId} onValue={setDeskId} placeholder="Chọn quầy" error={errors['deskId']} options={desks.map((desk) => ({ value: desk.deskId, label: desk.name }))} /></div>
      <Field label="Tên máy" name="name" maxLength={80} value={name} onValue={setName} error={errors['name']} hint="Để nhận ra máy khi cần thu hồi, ví dụ “Máy bàn quầy 1”." />
    </Dialog>
  );
};
