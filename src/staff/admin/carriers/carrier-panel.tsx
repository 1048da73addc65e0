// One carrier with what stands between us: last contact, what waits, what went wrong; and a question to try the line.
import { formatInteger, formatMoney } from '#core/kernel/format.ts';
import { CARRIER_COUNT_CAP, type CarrierView, carrierTried } from '#wire/carriers.wire.ts';
import { FAILURE_WORDS } from '#wire/refusals/carriers.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Banner, Panel } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { countWords } from '../../office/inbox-search.ts';
import { fullMoment } from '../../words/moment-words.ts';
import { KIND_WORDS, standingOf } from './carrier-words.ts';
import { HookPart } from './hook-part.tsx';

export const CarrierPanel = ({ carrier, onChange }: { readonly carrier: CarrierView; readonly onChange: () => void }) => {
  const { tone, words } = standingOf(carrier);
  const tryLine = useAct(() => ({ path: `/api/admin/carriers/${carrier.carrierId}/try`, body: {}, answer: carrierTried }), {
    onDone: ({ answered, amount, said }) => toast(amount !== null ? `“${carrier.name}” trả lời: cước 100 gam là ${formatMoney(amount)}.` : `“${carrier.name}” ${answered ? 'trả lời' : 'không trả lời được'}: ${said}.`),
  });
  return (
    <Panel title={carrier.name} acts={<><Button busy={tryLine.busy} onClick={() => void tryLine.run(undefined)}>Thử kết nối<span className="hidden-label"> với {carrier.name}</span></Button><Button onClick={onChange}>Sửa<span className="hidden-label"> {carrier.name}</span></Button></>}>
      {tryLine.error && <Banner tone="red">{tryLine.error.message}</Banner>}
      <dl className="facts">
        <dt>Trạng thái</dt><dd><span className={tone === '' ? 'chip' : `chip chip-${tone}`}>{words}</span>{carrier.failuresInRow > 1 && <span className="faint"> {formatInteger(carrier.failuresInRow)} lần liên tiếp</span>}</dd>
        <dt>Cách kết nối</dt><dd>{KIND_WORDS[carrier.kind]}{carrier.url !== '' && <> <span className="faint">{carrier.url}</span></>}</dd>
        <dt>Liên lạc lần cuối</dt><dd>{carrier.lastContactAt ? fullMoment(carrier.lastContactAt) : <span className="faint">chưa lần nào</span>}</dd>
        {carrier.lastFailureAt && <><dt>Lỗi gần nhất</dt><dd>{FAILURE_WORDS[carrier.lastFailure ?? ''] ?? carrier.lastFailure}, <span className="nowrap">{fullMoment(carrier.lastFailureAt)}</span></dd></>}
        <dt>Đơn</dt><dd>{countWords(carrier.confirmed, CARRIER_COUNT_CAP)} đã nhận, {countWords(carrier.waiting, CARRIER_COUNT_CAP)} chờ gửi, {carrier.unclear.length > 0 ? <strong>{formatInteger(carrier.unclear.length)} cần xem</strong> : '0 cần xem'}</dd>
        {carrier.unreadableCount > 0 && <><dt>Không đọc được</dt><dd>{formatInteger(carrier.unreadableCount)} mục trong hành trình không có số, đã bỏ qua</dd></>}
        {carrier.kind === 'viettel' && <HookPart carrier={carrier} />}
        <dt>Sửa lần cuối</dt><dd>{carrier.changedByName}, <span className="nowrap">{fullMoment(carrier.changedAt)}</span></dd>
      </dl>
    </Panel>
  );
};
