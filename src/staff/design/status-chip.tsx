// The one label of a dossier's state, as the national portal words it; beside it where the papers stand.
import { type DossierState, nationalStatusLabel } from '#core/dossier/state.ts';
import { Icon, type IconName } from './icon.tsx';

type Look = { readonly tone: '' | 'green' | 'amber' | 'red'; readonly icon: IconName; readonly where?: string };
const LOOKS: Readonly<Record<DossierState, Look>> = {
  'filed-online': { tone: '', icon: 'inbox' },
  received: { tone: 'green', icon: 'check', where: 'đang ở quầy' },
  'handed-over': { tone: 'green', icon: 'send', where: 'đang chuyển cơ quan' },
  'in-process': { tone: 'green', icon: 'clock' },
  'supplement-asked': { tone: 'amber', icon: 'warning' },
  'awaiting-financial-duty': { tone: 'amber', icon: 'warning' },
  'outcome-recorded': { tone: 'green', icon: 'check', where: 'kết quả còn ở cơ quan' },
  'outcome-sent': { tone: 'green', icon: 'send', where: 'đang về quầy' },
  'ready-to-return': { tone: 'green', icon: 'return', where: 'chờ trả tại quầy' },
  uncollected: { tone: 'amber', icon: 'return', where: 'không có người nhận, đã chuyển hoàn' },
  returned: { tone: '', icon: 'check' },
  'resolved-at-desk': { tone: '', icon: 'check', where: 'trả ngay' },
  'refused-at-desk': { tone: 'red', icon: 'cross' },
  'refused-by-agency': { tone: 'red', icon: 'cross', where: 'từ chối giải quyết' },
  withdrawn: { tone: '', icon: 'return' },
  stopped: { tone: 'red', icon: 'cross' },
  cancelled: { tone: '', icon: 'cross', where: 'hủy do nhập sai' },
};

export const StatusChip = ({ state, where = true }: { readonly state: DossierState; readonly where?: boolean }) => {
  const look = LOOKS[state];
  return (
    <span className={look.tone ? `chip chip-${look.tone}` : 'chip'}>
      <Icon name={look.icon} size={14} />
      {nationalStatusLabel(state)}
      {where && look.where && <> · {look.where}</>}
    </span>
  );
};
