// One row of the rules of the post: its day and figures while it is still to come, its document and that it was seen at any time.
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { addDays, dateOf } from '#core/kernel/moment.ts';
import { ZONE_WORDS } from '#core/transit/transit-window.ts';
import type { PostalRulesView } from '#wire/postal-rules.wire.ts';
import { DateField } from '../../design/date-field.tsx';
import { Field } from '../../design/field.tsx';
import { DocumentedDialog, useTried } from '../documented-dialog.tsx';
import { type AskedRule, type RuleDraft, makeRule, startRuleDraft, zonesOn } from './rule-draft.ts';
import { PART_WORDS } from './rule-words.ts';
import { useSetPostalRule } from './use-postal-rules.ts';

const FIGURES = {
  transit: [],
  compensation: [['lossTimes', 'Mất, hư hỏng: ít nhất bao nhiêu lần cước'], ['lateTimes', 'Chuyển chậm: bao nhiêu lần cước'], ['payWithin', 'Trả trong bao nhiêu ngày kể từ biên bản']],
  complaint: [['months', 'Khiếu nại trong bao nhiêu tháng kể từ ngày kết thúc thời gian toàn trình'], ['daysWithin', 'Trong tỉnh: giải quyết trong bao nhiêu ngày làm việc'], ['daysBetween', 'Liên tỉnh: giải quyết trong bao nhiêu ngày làm việc']],
} as const;

const WORDS = { save: 'Lưu quy tắc', lookAgain: 'Xem quy tắc mới', instrument: 'Văn bản quy định', example: 'TT 17/2017/TT-BTTTT Đ.7', mark: 'Xác minh văn bản' };

export const RuleDialog = ({ asked, rules, onDone, onClose }: { readonly asked: AskedRule; readonly rules: PostalRulesView; readonly onDone: () => void; readonly onClose: () => void }) => {
  const today = dateOf(rules.now);
  const [draft, setDraft] = useState<RuleDraft>(() => startRuleDraft(asked, rules));
  const save = useSetPostalRule(onDone);
  const set = (change: Partial<RuleDraft>) => setDraft({ ...draft, ...change });
  const { errors, submit } = useTried(makeRule(draft, asked, rules, today), save);
  const holds = !asked.isNew && asked.row.validFrom <= today;
  const figure = (name: string, label: string) => (
    <Field key={name} label={label} name={name} inputMode="numeric" value={draft.figures[name] ?? ''} error={errors[name]} onValue={(text) => set({ figures: { ...draft.figures, [name]: text.replace(/\D/gu, '').slice(0, 3) } })} />
  );
  return (
    <DocumentedDialog
      title={PART_WORDS[asked.part]} wide={asked.part === 'transit' && !holds}
      words={WORDS} draft={draft} set={set} save={save} errors={errors} onSubmit={submit} onClose={onClose}
    >
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
    </DocumentedDialog>
  );
};
