// One row of the rules of the post: its day and figures while it is still to come, its document and that it was seen at any time.
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { addDays, dateOf } from '#core/kernel/moment.ts';
import { ZONE_WORDS } from '#core/transit/transit-window.ts';
import type { PostalRulesView } from '#wire/postal-rules.wire.ts';
import { problemOf } from '../../api/problem.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { MARK_WORDS } from '../mark-words.ts';
import { type AskedRule, type RuleDraft, makeRule, startRuleDraft, zonesOn } from './rule-draft.ts';
import { PART_WORDS } from './rule-words.ts';
import { useSetPostalRule } from './use-postal-rules.ts';

const FIGURES = {
  transit: [],
  compensation: [['lossTimes', 'Mất, hư hỏng: ít nhất bao nhiêu lần cước'], ['lateTimes', 'Chuyển chậm: bao nhiêu lần cước'], ['payWithin', 'Trả trong bao nhiêu ngày kể từ biên bản']],
  complaint: [['months', 'Khiếu nại trong bao nhiêu tháng kể từ ngày kết thúc thời gian toàn trình'], ['daysWithin', 'Trong tỉnh: giải quyết trong bao nhiêu ngày làm việc'], ['daysBetween', 'Liên tỉnh: giải quyết trong bao nhiêu ngày làm việc']],
} as const;

export const RuleDialog = ({ asked, rules, onDone, onClose }: { readonly asked: AskedRule; readonly rules: PostalRulesView; readonly onDone: () => void; readonly onClose: () => void }) => {
  const today = dateOf(rules.now);
  const [draft, setDraft] = useState<RuleDraft>(() => startRuleDraft(asked, rules));
  const [tried, setTried] = useState(false);
  const save = useSetPostalRule(onDone);
  const set = (change: Partial<RuleDraft>) => setDraft({ ...draft, ...change });
  const made = makeRule(draft, asked, rules, today);
  const submit = () => {
    setTried('errors' in made);
    if ('errors' in made) return void requestAnimationFrame(() => focusFirstError(made.errors));
    void save.run(made.command);
  };
  const errors = { ...save.errors, ...(tried && 'errors' in made ? made.errors : {}) };
  const against = save.error && Object.keys(save.errors).length === 0 ? save.error.message : undefined;
  const holds = !asked.isNew && asked.row.validFrom <= today;
  const figure = (name: string, label: string) => (
    <Field key={name} label={label} name={name} inputMode="numeric" value={draft.figures[name] ?? ''} error={errors[name]} onValue={(text) => set({ figures: { ...draft.figures, [name]: text.replace(/\D/gu, '').slice(0, 3) } })} />
  );
  return (
    <Dialog
      title={PART_WORDS[asked.part]} wide={asked.part === 'transit' && !holds} onClose={onClose} onSubmit={submit} locked={save.busy}
      foot={<><Button onClick={onClose} disabled={save.busy}>Quay lại</Button><Button type="submit" look="main" busy={save.busy}>Lưu quy tắc</Button></>}
    >
      {against && <Banner tone="red" acts={problemOf(save.error)?.code === 'changed-meanwhile' && <Button onClick={onClose}>Xem quy tắc mới</Button>}>{against}</Banner>}
      {holds ? <p className="soft">Áp dụng từ {formatDate(asked.row.validFrom)}. Quy tắc đã có hiệu lực không đổi số; chỉ ghi lại văn bản và việc xác minh.</p> : (
        <>
          <DateField label="Áp dụng từ ngày" name="validFrom" value={draft.validFrom} error={errors['validFrom']} onValue={(validFrom) => set({ validFrom })} hint={`Từ ${formatDate(addDays(today, 1))} trở đi. Hồ sơ đã gửi, biên bản đã lập, khiếu nại đã tiếp nhận giữ quy tắc của ngày đó.`} />
          {FIGURES[asked.part].map(([name, label]) => figure(name, label))}
          {asked.part === 'transit' && zonesOn(rules, draft.validFrom, today).map(({ zone }) => (
            <fieldset key={zone} className="choices">
              <legend>Chuyển {ZONE_WORDS[zone]}, ngày làm việc sau ngày gửi</legend>
              <div className="row">{figure(`${zone}.days`, 'J +')}{figure(`${zone}.daysWithSlip`, 'Kể cả giấy hẹn trở lại, J +')}</div>
            </fieldset>
          ))}
        </>
      )}
      <Field label="Văn bản quy định" name="instrument" value={draft.instrument} error={errors['instrument']} maxLength={200} onValue={(instrument) => set({ instrument })} hint="Số, ký hiệu, ví dụ TT 17/2017/TT-BTTTT Đ.7" />
      <RadioGroup legend="Xác minh văn bản" name="mark" value={draft.mark} onValue={(mark) => set({ mark: mark as RuleDraft['mark'] })} choices={(['verified', 'assumed'] as const).map((value) => ({ value, label: MARK_WORDS[value] }))} />
      <TextAreaField label="Ghi chú" optional name="note" rows={2} value={draft.note} error={errors['note']} maxLength={500} onValue={(note) => set({ note })} />
      <Field label="Căn cứ thay đổi" name="decision" value={draft.decision} error={errors['decision']} maxLength={200} onValue={(decision) => set({ decision })} hint="Số, ký hiệu quyết định hoặc công văn" />
      <TextAreaField label="Lý do" name="reason" rows={2} value={draft.reason} error={errors['reason']} maxLength={500} onValue={(reason) => set({ reason })} />
    </Dialog>
  );
};
