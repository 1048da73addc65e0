// Who held it and since when: a track to look at, and its table.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { EmptyState, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { CustodyTracks } from './custody-track.tsx';
import { paperUrl } from './paper-pdf.tsx';
import { fullMoment, shortMoment } from '../words/moment-words.ts';

const RESULTS = {
  passed: 'đã chuyển bước',
  'sent-back': 'trả lại',
  'supplement-asked': 'yêu cầu bổ sung',
  refused: 'từ chối',
  issued: 'đã phát hành',
} as const;

const DECISIONS = { accepted: 'đã nhận', 'turned-back': 'trả lại kèm lý do' } as const;

/** Of what has no paper: through whose hands the dossier went. */
const Track = ({ view }: { readonly view: DossierView }) => (
  <ol className="track" aria-label="Hồ sơ đã qua tay ai">
    <li className={view.handOvers.length === 0 ? 'track-now' : ''}>
      <strong>{view.deskName}</strong>
      <div className="faint">tiếp nhận {shortMoment(view.receivedAt)}</div>
    </li>
    {view.handOvers.map((h, i) => (
      <li
        key={h.handOverId}
        className={`${i === view.handOvers.length - 1 ? 'track-now' : ''}${h.receivedAt ? '' : ' track-open'}`}
      >
        <strong>{h.toName}</strong>
        <div className="faint">
          {h.receivedAt ? `nhận ${shortMoment(h.receivedAt)}` : `đang đến, chuyển ${shortMoment(h.sentAt)}`}
        </div>
      </li>
    ))}
    {view.returned && (
      <li className="track-now">
        <strong>{view.returned.receiver.fullName}</strong>
        <div className="faint">nhận kết quả {shortMoment(view.returned.at)}</div>
      </li>
    )}
  </ol>
);

export const PathPart = ({ view }: { readonly view: DossierView }) => (
  <div className="stack">
    <Panel title="Đường đi">
      {view.custody.length > 0 ? <CustodyTracks custody={view.custody} /> : <Track view={view} />}
      {view.handOvers.length > 0 && (
        <Table
          caption="Các lần bàn giao"
          rows={view.handOvers}
          rowKey={(h) => h.handOverId}
          columns={[
            { head: 'Biên bản', cell: (h) => h.paperId ? <a href={paperUrl(h.paperId)} target="_blank" rel="noreferrer" aria-label={`Mở biên bản ${h.recordNumber}`}>{h.recordNumber}</a> : h.recordNumber },
            {
              head: '1. Giao',
              cell: (h) => (
                <>
                  {h.fromName}
                  <div className="faint">
                    {fullMoment(h.sentAt)} · {h.sentByName}
                  </div>
                </>
              ),
            },
            {
              head: '2. Nhận',
              cell: (h) => (
                <>
                  {h.toName}
                  <div className="faint">
                    {h.receivedAt ? `${fullMoment(h.receivedAt)} · ${h.receivedByName ?? ''}` : 'chưa xác nhận'}
                  </div>
                </>
              ),
            },
            { head: 'Bản giấy', number: true, cell: (h) => h.paperCount },
            {
              head: 'Kết quả',
              cell: (h) => (
                <>
                  {h.result === 'rejected' ? 'không nhận' : h.result === 'received' ? 'đã nhận' : ''}
                  {h.note && <div className="faint">{h.note}</div>}
                </>
              ),
            },
          ]}
        />
      )}
    </Panel>
    <Panel title="Các bước xử lý" flush>
      {view.steps.length === 0 ? (
        <EmptyState icon="clock" title="Cơ quan giải quyết chưa bắt đầu xử lý" />
      ) : (
        <Table
          caption="Các bước xử lý"
          rows={view.steps}
          rowKey={(s) => String(s.lineNo)}
          columns={[
            { head: 'Bước', cell: (s) => s.name },
            {
              head: 'Người xử lý',
              cell: (s) => (
                <>
                  {s.accountName ?? 'chưa phân công'}
                  <div className="faint">{s.unitName}</div>
                </>
              ),
            },
            { head: 'Bắt đầu', cell: (s) => shortMoment(s.startedAt) },
            { head: 'Hạn', cell: (s) => (s.dueAt ? shortMoment(s.dueAt) : '') },
            {
              head: 'Xong',
              cell: (s) => (
                <>
                  {s.finishedAt ? shortMoment(s.finishedAt) : 'đang làm'}
                  {s.result && (
                    <div className="faint">
                      {RESULTS[s.result]}
                      {s.note && `: ${s.note}`}
                    </div>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Panel>
    {view.supplementRequests.length > 0 && (
      <Panel title="Yêu cầu bổ sung" flush>
        <Table
          caption="Yêu cầu bổ sung"
          rows={view.supplementRequests}
          rowKey={(r) => String(r.requestNo)}
          columns={[
            { head: 'Lần', cell: (r) => r.requestNo },
            { head: 'Giấy tờ', cell: (r) => r.items.map((i) => i.name).join('; ') },
            { head: 'Lý do', cell: (r) => r.reason },
            { head: 'Yêu cầu', cell: (r) => `${fullMoment(r.askedAt)} · ${r.askedByName}` },
            {
              head: 'Đã bổ sung',
              cell: (r) => (
                <>
                  {r.answeredAt ? fullMoment(r.answeredAt) : 'chưa'}
                  {r.answers.map((a) => (
                    <div key={a.answerNo} className="faint">
                      gửi trực tuyến {shortMoment(a.sentAt)}: {a.decision ? DECISIONS[a.decision] : !r.answeredAt && view.state === 'supplement-asked' ? 'chờ xem' : 'không còn cần xem'}
                    </div>
                  ))}
                </>
              ),
            },
          ]}
        />
      </Panel>
    )}
  </div>
);

export const JournalPart = ({ view }: { readonly view: DossierView }) => (
  <Panel title="Nhật ký">
    {view.journal.length === 0 && <EmptyState icon="list" title="Chưa có việc nào được ghi" />}
    <ol className="journal">
      {view.journal.map((line, i) => (
        <li key={i}>
          <time className="faint" dateTime={line.at}>
            {fullMoment(line.at)}
          </time>
          <div>
            {line.what}
            <div className="faint">
              {line.accountName} · {line.place}
              {line.note && <> · {line.note}</>}
            </div>
          </div>
        </li>
      ))}
    </ol>
  </Panel>
);
