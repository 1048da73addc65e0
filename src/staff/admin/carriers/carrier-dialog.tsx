// One carrier: how it is reached, how it names places, what its answers mean. Key and password are typed, never shown.
import { useState } from 'react';
import { REPEATED_ORDERS, type RepeatedOrder } from '#core/shipment/send-order.ts';
import { REPEATED_WORDS } from '#wire/refusals/carriers.ts';
import { type CarrierView, type ChangeCarrier, carrierChanged } from '#wire/carriers.wire.ts';
import { focusFirstError, useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { type CarrierDraft, makeCarrier, pathWords, startCarrierDraft } from './carrier-draft.ts';
import { KIND_WORDS } from './carrier-words.ts';
import { CARRIERS } from './use-carriers.ts';

type Part = { readonly draft: CarrierDraft; readonly set: (change: Partial<CarrierDraft>) => void; readonly errors: Readonly<Record<string, string>>; readonly hasSecret: boolean };

const WORDS = {
  vnpost: { key: 'Khóa', customerCode: 'Mã khách hàng', url: 'Bắt đầu bằng https://' },
  viettel: { key: 'Tài khoản', customerCode: 'Mã kho gửi', url: 'Theo tài liệu của Viettel Post: https://partner.viettelpost.vn' },
} as const;

const HouseFields = ({ draft, set, errors, hasSecret, kind }: Part & { readonly kind: keyof typeof WORDS }) => (
  <>
    <div className="fields">
      <Field width="w9" label="Địa chỉ kết nối" name="url" type="url" maxLength={300} value={draft.url} onValue={(url) => set({ url })} error={errors['url']} hint={WORDS[kind].url} />
      <Field width="w3" label={WORDS[kind].customerCode} optional={kind === 'viettel'} name="customerCode" maxLength={60} value={draft.customerCode} onValue={(customerCode) => set({ customerCode })} error={errors['customerCode']} />
      <Field width="w6" label={WORDS[kind].key} name="key" maxLength={300} autoComplete="off" value={draft.key} onValue={(key) => set({ key })} error={errors['key']} hint={hasSecret ? 'Đã có; để trống nếu không đổi.' : undefined} />
      <Field width="w6" label="Mật khẩu" name="secret" type="password" maxLength={300} autoComplete="new-password" value={draft.secret} onValue={(secret) => set({ secret })} error={errors['secret']} />
      {kind === 'viettel' && <Field width="w6" label="Mã dịch vụ" name="service" maxLength={20} value={draft.service} onValue={(service) => set({ service })} error={errors['service']} hint="Theo hợp đồng, ví dụ VCN (chuyển phát nhanh)." />}
      {kind === 'viettel' && <Field width="w6" label="Khối lượng một bưu gửi (gam)" name="parcelGrams" inputMode="numeric" maxLength={6} value={draft.parcelGrams} onValue={(parcelGrams) => set({ parcelGrams })} error={errors['parcelGrams']} />}
    </div>
    <RadioGroup
      legend="Khi nhận lại một số đơn đã có, bưu chính coi là" name="repeatedOrders" value={draft.repeatedOrders} onValue={(value) => set({ repeatedOrders: value as RepeatedOrder })}
      choices={REPEATED_ORDERS.map((value) => ({ value, label: REPEATED_WORDS[value] }))}
    />
    <div className="fields">
      {kind === 'vnpost' && <Field width="w6" label="Mã trả lời là đã nhận" name="doneStatuses" value={draft.doneStatuses} onValue={(doneStatuses) => set({ doneStatuses })} error={errors['doneStatuses']} />}
      <Field width="w6" label="Mã trả lời là số đơn đã có" optional name="thereAlreadyStatuses" value={draft.thereAlreadyStatuses} onValue={(thereAlreadyStatuses) => set({ thereAlreadyStatuses })} error={errors['thereAlreadyStatuses']} hint={kind === 'viettel' ? 'Mã, hoặc vài chữ trong câu trả lời; cách nhau bằng dấu phẩy.' : undefined} />
    </div>
    <TextAreaField label="Đường dẫn" optional name="paths" rows={2} value={draft.paths} onValue={(paths) => set({ paths })} error={errors['paths']} hint={`Mỗi dòng một việc, ví dụ “đặt đơn: hcc/order”. Các việc: ${pathWords(kind)}.`} />
    <TextAreaField label="Chứng thư gốc riêng" optional name="trustedCertificates" rows={2} value={draft.trustedCertificates} onValue={(trustedCertificates) => set({ trustedCertificates })} error={errors['trustedCertificates']} hint="PEM, chỉ khi máy chủ bưu chính không dùng chứng thư công cộng." />
  </>
);

export const CarrierDialog = ({ carrier, onClose }: { readonly carrier: CarrierView | undefined; readonly onClose: () => void }) => {
  const [draft, setDraft] = useState(() => startCarrierDraft(carrier));
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const save = useAct(({ carrierId, command }: { readonly carrierId: string; readonly command: ChangeCarrier }) => ({ path: `/api/admin/carriers/${carrierId}`, body: command, answer: carrierChanged }), {
    refresh: [CARRIERS], onDone: () => { toast(`Đã lưu “${draft.name.trim()}”.`); onClose(); },
  });
  const set = (change: Partial<CarrierDraft>) => setDraft({ ...draft, ...change });
  const submit = () => {
    const made = makeCarrier(draft, carrier);
    setMissing('errors' in made ? made.errors : {});
    if ('errors' in made) return void requestAnimationFrame(() => focusFirstError(made.errors));
    void save.run(made);
  };
  const errors = { ...save.errors, ...missing };
  return (
    <Dialog
      wide title={carrier ? `Sửa “${carrier.name}”` : 'Thêm đơn vị chuyển phát'} onClose={onClose} onSubmit={submit} locked={save.busy}
      foot={<><Button onClick={onClose} disabled={save.busy}>Quay lại</Button><Button type="submit" look="main" busy={save.busy}>Lưu đơn vị chuyển phát</Button></>}
    >
      {save.error && Object.keys(save.errors).length === 0 && <Banner tone="red">{save.error.message}</Banner>}
      {!carrier && (
        <RadioGroup legend="Cách kết nối" name="kind" value={draft.kind} onValue={(kind) => set({ kind: kind as CarrierDraft['kind'] })} choices={(['vnpost', 'viettel', 'own-network'] as const).map((value) => ({ value, label: KIND_WORDS[value] }))} />
      )}
      <div className="fields">
        <Field width="w6" label="Tên" name="name" maxLength={120} value={draft.name} onValue={(name) => set({ name })} error={errors['name']} hint="Người ở quầy chọn theo tên này." />
        {!carrier && <Field width="w3" label="Mã ngắn" name="carrierId" maxLength={40} value={draft.carrierId} onValue={(carrierId) => set({ carrierId })} error={errors['carrierId']} hint="Ví dụ vnpost; không đổi được về sau." />}
      </div>
      {draft.kind !== 'own-network' && <HouseFields kind={draft.kind} draft={draft} set={set} errors={errors} hasSecret={carrier?.hasSecret ?? false} />}
      <Field label="Địa bàn nơi gửi" name="senderPlace" maxLength={120} value={draft.senderPlace} onValue={(senderPlace) => set({ senderPlace })} error={errors['senderPlace']} hint="Một tên trong bảng mã địa bàn dưới đây." />
      <TextAreaField label="Mã địa bàn của đơn vị chuyển phát" name="places" rows={4} value={draft.places} onValue={(places) => set({ places })} error={errors['places']} hint={draft.kind === 'viettel' ? 'Mỗi dòng: tên địa bàn; mã tỉnh; mã huyện (hoặc dấu “-”); mã xã, theo danh mục của Viettel Post. Ví dụ: xã Kỳ Bắc; 42; -; 781' : 'Mỗi dòng: tên địa bàn; mã tỉnh; mã huyện. Ví dụ: xã Kỳ Bắc; 48; 4810'} />
      {draft.kind === 'own-network' && <TextAreaField label="Bảng cước" optional name="tariff" rows={3} value={draft.tariff} onValue={(tariff) => set({ tariff })} error={errors['tariff']} hint="Mỗi dòng: đến bao nhiêu gam; số tiền. Ví dụ: 100; 26000" />}
      {draft.kind === 'own-network' && (
        <div className="fields">
          <Field width="w6" label="Số ngày phát trước khi chuyển hoàn" name="attempts.mostDays" inputMode="numeric" maxLength={1} value={draft.attemptDays} onValue={(attemptDays) => set({ attemptDays })} error={errors['attempts.mostDays']} hint="Chỉ tính ngày không phát được do người nhận." />
          <Field width="w6" label="Phát lại sau (ngày làm việc)" name="attempts.daysBetween" inputMode="numeric" maxLength={2} value={draft.attemptGap} onValue={(attemptGap) => set({ attemptGap })} error={errors['attempts.daysBetween']} />
        </div>
      )}
      {draft.kind === 'vnpost' && <Check checked={draft.hearsOfResults} onChecked={(hearsOfResults) => set({ hearsOfResults })}>Báo cho bưu chính khi có kết quả cần phát tại nhà (gửi cả họ tên, số giấy tờ và địa chỉ)</Check>}
      <Check checked={draft.isOpen} onChecked={(isOpen) => set({ isOpen })}>Đang nhận đơn</Check>
    </Dialog>
  );
};
