// What the citizen is told, in the words that wait to be sent; nothing leaves the house yet, and it says so.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { EmptyState } from '../design/frames.tsx';
import { fullMoment } from '../words/moment-words.ts';

export const NoticesPart = ({ view }: { readonly view: Pick<DossierView, 'notices'> }) => (
  <section aria-label="Đã báo cho người dân" className="stack">
    <h2>Đã báo cho người dân</h2>
    {view.notices.length === 0 ? <EmptyState title="Chưa có tin nào cho người dân" /> : (
      <>
        <p className="soft">Tin đang chờ gửi: hệ thống chưa nối với tổng đài tin nhắn, chưa tin nào được gửi đi.</p>
        <ol className="stack">
          {view.notices.map((notice) => (
            <li key={`${notice.at} ${notice.kind}`} className="stack-tight">
              <p>{notice.text}</p>
              <p className="faint">{fullMoment(notice.at)} · {notice.channel === 'sms' ? `tin nhắn đến số ••• ${notice.recipientEnd ?? ''}` : 'không có số điện thoại: báo bằng giấy'} · {notice.sent ? 'đã gửi' : 'chờ gửi'}</p>
            </li>
          ))}
        </ol>
      </>
    )}
  </section>
);
