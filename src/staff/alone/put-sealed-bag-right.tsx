// A bag that left under its seal: what became of each dossier in it, and the whole of it sent again, or nothing.
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { bagHandedOver } from '#wire/bags.wire.ts';
import { useAct } from '../api/use-act.ts';
import { type Before, correctsOf } from '../counter/put-right/putting-right.ts';
import { Button } from '../design/button.tsx';
import { Banner, Panel } from '../design/frames.tsx';
import { StatusChip } from '../design/status-chip.tsx';
import { type Column, Table } from '../design/table.tsx';
import { toast } from '../design/toast.tsx';
import { fullMoment } from '../words/moment-words.ts';
import type { ParkedAct } from './parked-act.ts';
import { type SealedLine, bagAgain, sealedLines } from './sealed-bag.ts';
import { useDossiers } from './use-dossiers.ts';

type Props = { readonly before: Before<'hand-over-filled-bag'>; readonly printed: NonNullable<ParkedAct['bag']>; readonly onDone: () => void };

const Since = ({ since }: Pick<SealedLine, 'since'>) => (since.length === 0
  ? <span className="faint">Không có thay đổi</span>
  : <ul>{since.map((line) => <li key={`${line.at} ${line.act}`}>{line.what} · {fullMoment(line.at)} · {line.accountName}{line.note && <> · {line.note}</>}</li>)}</ul>);

const COLUMNS: readonly Column<SealedLine>[] = [
  { head: 'Hồ sơ', cell: ({ view }) => (view ? <><span className="code">{view.code}</span><br />{view.parties.owner?.fullName ?? view.parties.applicant.fullName}</> : <span className="faint">Không rõ mã hồ sơ</span>) },
  { head: 'Bây giờ', cell: ({ view }) => view && <StatusChip state={view.state} /> },
  { head: 'Thay đổi từ khi đóng túi', cell: (line) => <Since since={line.since} /> },
  { head: 'Đi cùng túi', cell: ({ stays }) => (stays === undefined ? 'Đi được' : <strong>{stays}</strong>) },
];

export const PutSealedBagRight = ({ before, printed: { label, recordNumber }, onDone }: Props) => {
  const { body } = before;
  const { views, isPending } = useDossiers(body.dossiers.map(({ dossierId }) => dossierId));
  const lines = sealedLines(body, views);
  const again = bagAgain(body, lines);
  const handOver = useAct(() => ({ path: '/api/desk/bags/filled', answer: bagHandedOver, ...correctsOf(before), body: again ?? body }), {
    refresh: [['bags'], ['dossier'], ['find'], ['today'], ['counter-queue']],
    onDone: () => {
      toast('Đã gửi lại cả túi, đúng nhãn, niêm phong và biên bản đã in.');
      onDone();
    },
  });
  if (isPending) return <p role="status">Đang đọc từng hồ sơ trong túi…</p>;
  return (
    <Panel
      title={<>Túi <span className="code">{bagLabelInGroups(label)}</span></>} count={lines.length} flush
      acts={again && <Button look="main" icon="send" busy={handOver.busy} onClick={() => void handOver.run(undefined)}>Gửi lại cả túi</Button>}
    >
      {handOver.error && <Banner tone="red">{handOver.error.message}</Banner>}
      {again
        ? <Banner>Niêm phong {body.sealNumber} · biên bản {recordNumber}. Mọi hồ sơ còn đi được: gửi lại đúng hồ sơ, nhãn, niêm phong và biên bản đã in; không in gì thêm.</Banner>
        : <Banner tone="amber">Niêm phong {body.sealNumber} · biên bản {recordNumber}. Túi đã niêm phong nên không thay đổi hồ sơ trong túi tại quầy, mà có hồ sơ không còn đi cùng túi được. Bấm “Chuyển cho văn phòng” để hỏi nơi nhận và đối chiếu biên bản đã in.</Banner>}
      <Table caption="Hồ sơ trong túi" columns={COLUMNS} rows={lines} rowKey={({ dossierId }) => dossierId} />
    </Panel>
  );
};
