// Receiving a bag by scanner: what is scanned moves out of the red list, the counter says how many are left, one signature ends it.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type BagLine, type BagReceived, type BagView, type ReceiveBagBody, bagReceived } from '#wire/bags.wire.ts';
import { bagRefusalText } from '#wire/refusals/bags.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner, EmptyState, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { toast } from '../design/toast.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { SignFor, signatureOf, useSignDraft } from '../office/sign-for.tsx';
import { FollowsChip } from './bag-lines.tsx';
import { contentWord, otherEnd } from './bag-words.ts';
import { type BagCountDraft, NOTHING_COUNTED, bodyOf, leftOf, openLines, sayDifferences, sayMissing, scanIn, takeBack } from './count-bag.ts';
import { DifferenceDialog } from './difference-dialog.tsx';
import { LoseDialog } from './lost-bag.tsx';
import { OverDialog } from './over-dialog.tsx';
import { ScanField, type ScanSaid } from './scan-field.tsx';
import { SignHere } from './sign-here.tsx';
import { SIDE_PATHS, type Side, useBagAct } from './use-bags.ts';

/** What was counted stays while another screen is looked at. */
const countedSoFar = new Map<string, BagCountDraft>();

const MissingDialog = ({ line, onSay, onClose }: { readonly line: BagLine; readonly onSay: (note: string) => void; readonly onClose: () => void }) => {
  const [note, setNote] = useState('Không có trong túi');
  return (
    <ConfirmDialog title={`Không có trong túi: ${line.code}`} act="Ghi là không có" red onClose={onClose} onConfirm={() => { if (note.trim() !== '') onSay(note.trim()); }}>
      <p>{line.ownerName} · {line.procedureName}. Bên giao được báo để tìm và chuyển lại; hai bên xử lý chênh lệch trong 05 ngày làm việc.</p>
      <Field label="Ghi rõ" name="note" value={note} onValue={setNote} maxLength={300} error={note.trim() === '' ? 'Ghi lý do.' : undefined} />
    </ConfirmDialog>
  );
};

const SignDialog = ({ side, view, draft, onDone, onClose }: { readonly side: Side; readonly view: BagView; readonly draft: BagCountDraft; readonly onDone: (answer: BagReceived) => void; readonly onClose: () => void }) => {
  const [broken, setBroken] = useState(false);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { bag } = view;
  const receive = useBagAct<ReceiveBagBody, BagReceived>(side, bag.bagId, 'receive', bagReceived, onDone);
  const [sign, setSign] = useSignDraft();
  const signature = signatureOf(sign);
  const body: ReceiveBagBody = { ...bodyOf(view, draft, { broken, note }), ...(side === 'office' && signature && { signature }) };
  const follows = view.lines.filter((line) => line.follows && body.received.includes(line.dossierId)).length;
  const unsaid = broken && note.trim() === '';
  return (
    <ConfirmDialog
      title={`Ký nhận túi của ${otherEnd(bag, 'taker')}`} act="Ký nhận" makes={`Biên bản giao nhận ${bag.recordNumber ?? ''}: bên nhận đã ký`} busy={receive.busy} onClose={onClose}
      onConfirm={() => { setTried(true); setSign({ ...sign, tried: true }); if (!unsaid && signature) void receive.run(body); }}
    >
      {receive.error && <Banner tone="red">{receive.error.message}</Banner>}
      <p>
        Đã kiểm đếm: nhận <strong>{body.received.length}</strong> {contentWord(bag)}{follows > 0 && `, ${follows} trong số đó chỉ có giấy tờ bổ sung`}
        {body.differences.length > 0 && <>, <strong>{body.differences.length}</strong> giấy tờ thiếu hoặc hư hỏng</>}
        {body.missing.length > 0 && <>, <strong>{body.missing.length}</strong> không có trong túi</>}
        {body.over.length > 0 && <>, <strong>{body.over.length}</strong> giấy tờ thừa</>}.
      </p>
      <Check checked={broken} onChecked={setBroken}>Niêm phong {bag.sealNumber} không nguyên vẹn khi nhận</Check>
      {broken && <p className="soft">Hai bên cùng có một việc mất niêm phong phải xử lý.</p>}
      {broken && <Field label="Niêm phong thế nào" name="sealNote" value={note} onValue={setNote} maxLength={300} error={tried && unsaid ? 'Ghi rõ để hai bên cùng biết.' : undefined} />}
      {side === 'office' && <SignFor draft={sign} onDraft={setSign} />}
    </ConfirmDialog>
  );
};

type Asked = { readonly kind: 'sign' | 'sign-here' | 'over' | 'lose' } | { readonly kind: 'missing' | 'differences'; readonly line: BagLine };

export const ReceiveBag = ({ side, view }: { readonly side: Side; readonly view: BagView }) => {
  const { bag, lines } = view;
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => countedSoFar.get(bag.bagId) ?? NOTHING_COUNTED);
  const [said, setSaid] = useState<ScanSaid>();
  const [asked, setAsked] = useState<Asked>();
  const keep = (next: BagCountDraft): void => { countedSoFar.set(bag.bagId, next); setDraft(next); };
  const left = leftOf(view, draft);
  const expected = openLines(view).length;
  const word = contentWord(bag);
  const scan = (typed: string): void => {
    const result = scanIn(view, draft, typed);
    if (!result.ok) return setSaid({ tone: 'red', text: bagRefusalText(result.refusal).detail });
    keep(result.value.draft);
    const still = leftOf(view, result.value.draft).length;
    setSaid({ tone: 'good', text: still === 0 ? `${result.value.line.code}. Đã quét hết, bấm “Ký nhận” (F9).` : `${result.value.line.code}. Còn ${still} ${word}.` });
  };
  const done = (answer: BagReceived): void => {
    countedSoFar.delete(bag.bagId);
    setAsked(undefined);
    toast([`Đã nhận ${answer.received} ${word}.`, ...(answer.skipped.length > 0 ? [`Đồng nghiệp đã nhận trước: ${answer.skipped.join(', ')}.`] : [])].join(' '));
  };
  // the last scan stands first, where the eye is
  const seen = lines.filter(({ dossierId }) => !left.some((one) => one.dossierId === dossierId))
    .toSorted((a, b) => draft.scanned.indexOf(b.dossierId) - draft.scanned.indexOf(a.dossierId));
  return (
    <div className="stack">
      <div className="bag-head">
        <p className={left.length > 0 ? 'bag-counter bag-counter-red' : 'bag-counter'} role="status"><strong>{draft.scanned.length}/{expected}</strong><span>{word} đã quét</span></p>
        <ScanField label={`Quét từng ${word} trong túi`} said={said} onScanned={scan} />
        <Button look="main" icon="check" hotkey="F9" disabled={left.length > 0} onClick={() => setAsked({ kind: view.atCounter ? 'sign-here' : 'sign' })}>Ký nhận</Button>
      </div>
      <p className="soft">{otherEnd(bag, 'taker')} giao {bag.sentAt && shortMoment(bag.sentAt)} · {bag.sentByName} · biên bản {bag.recordNumber} · niêm phong <strong>{bag.sealNumber}</strong></p>
      {view.atCounter ? <Banner tone="amber">Mất mạng: kiểm đếm theo những gì đã báo về máy này. Nếu niêm phong không nguyên vẹn thì không mở, chờ có mạng; giấy tờ không có trong danh sách thì để riêng, nhận khi có mạng.</Banner> : <div className="row">
        <Button onClick={() => setAsked({ kind: 'over' })}>Có giấy tờ thừa</Button>
        {draft.scanned.length === 0 && <Button onClick={() => setAsked({ kind: 'lose' })}>Túi không đến: báo thất lạc</Button>}
      </div>}
      {draft.over.length > 0 && (
        <Panel title="Thừa so với biên bản" count={draft.over.length} flush>
          <Table
            caption="Thừa so với biên bản" rows={draft.over} rowKey={(one) => `${draft.over.indexOf(one)}`}
            columns={[
              { head: 'Giấy tờ', cell: (one) => <><strong>{one.name}</strong> <span className="faint">{one.count} bản</span>{one.scanned && <div className="code">{one.scanned}</div>}</> },
              { head: 'Ghi rõ', cell: (one) => one.note },
              { head: 'Việc', cell: (one) => <Button onClick={() => keep({ ...draft, over: draft.over.filter((other) => other !== one) })}>Bỏ<span className="hidden-label"> {one.name}</span></Button> },
            ]}
          />
        </Panel>
      )}
      <div className="bag-halves">
        <Panel title={<span className={left.length > 0 ? 'due-late' : undefined}>Chưa quét</span>} count={left.length} flush>
          {left.length === 0 ? <EmptyState icon="check" title="Đã kiểm đếm hết">Kiểm tra niêm phong, rồi ký nhận.</EmptyState> : (
            <Table
              caption="Chưa quét" rows={left} rowKey={(line) => line.dossierId}
              columns={[
                { head: 'Mã hồ sơ', cell: (line) => <><strong className="code bag-left">{line.code}</strong><FollowsChip line={line} /></> },
                { head: 'Chủ hồ sơ', cell: (line) => <><div className="bag-left">{line.ownerName}</div><div className="faint">{line.procedureName}</div></> },
                { head: 'Việc', cell: (line) => <Button onClick={() => setAsked({ kind: 'missing', line })}>Không có<span className="hidden-label"> trong túi: {line.code}</span></Button> },
              ]}
            />
          )}
        </Panel>
        <Panel title="Đã kiểm đếm" count={seen.length} flush>
          {seen.length === 0 ? <EmptyState icon="bag" title={`Chưa quét ${word} nào`}>Không cần dùng chuột: quét liên tiếp từng mã.</EmptyState> : (
            <Table
              caption="Đã kiểm đếm" rows={seen} rowKey={(line) => line.dossierId}
              columns={[
                { head: 'Mã hồ sơ', cell: (line) => <><span className="code">{line.code}</span><div className="faint">{line.ownerName}</div><FollowsChip line={line} /></> },
                {
                  head: 'Kết quả',
                  cell: (line) => (line.counted ? <span className="faint">kiểm đếm trước đó</span> : line.dossierId in draft.missing ? <span className="chip chip-red">không có trong túi</span>
                    : draft.differences[line.dossierId] ? <span className="chip chip-red">{(draft.differences[line.dossierId] ?? []).map(({ result }) => (result === 'short' ? 'thiếu' : 'hư hỏng')).join(', ')}</span> : <span className="chip chip-green">đủ</span>),
                },
                {
                  head: 'Việc',
                  cell: (line) => line.counted === undefined && (
                    <div className="row">
                      {line.papers.length > 0 && bag.direction === 'to-agency' && !(line.dossierId in draft.missing) && <Button onClick={() => setAsked({ kind: 'differences', line })}>Thiếu, hư hỏng<span className="hidden-label"> {line.code}</span></Button>}
                      <Button onClick={() => keep(takeBack(draft, line.dossierId))}>Quét lại<span className="hidden-label"> {line.code}</span></Button>
                    </div>
                  ),
                },
              ]}
            />
          )}
        </Panel>
      </div>
      {asked?.kind === 'sign-here' && <SignHere view={view} draft={draft} onDone={(received) => { countedSoFar.delete(bag.bagId); toast(`Đã nhận ${received} ${word}.`); void navigate({ to: '/tui-ho-so', search: { ben: SIDE_PATHS[side] } }); }} onClose={() => setAsked(undefined)} />}
      {asked?.kind === 'sign' && <SignDialog side={side} view={view} draft={draft} onDone={done} onClose={() => setAsked(undefined)} />}
      {asked?.kind === 'over' && <OverDialog onDone={(found) => { keep({ ...draft, over: [...draft.over, found] }); setAsked(undefined); }} onClose={() => setAsked(undefined)} />}
      {asked?.kind === 'lose' && <LoseDialog side={side} bag={view.bag} now={view.now} onClose={() => setAsked(undefined)} />}
      {asked?.kind === 'missing' && <MissingDialog line={asked.line} onSay={(note) => { keep(sayMissing(draft, asked.line.dossierId, note)); setAsked(undefined); }} onClose={() => setAsked(undefined)} />}
      {asked?.kind === 'differences' && <DifferenceDialog line={asked.line} before={draft.differences[asked.line.dossierId] ?? []} onDone={(found) => { keep(sayDifferences(draft, asked.line.dossierId, found)); setAsked(undefined); }} onClose={() => setAsked(undefined)} />}
    </div>
  );
};
