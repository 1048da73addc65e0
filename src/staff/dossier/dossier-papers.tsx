// Papers at the left, what is chosen at the right as it is.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { Button } from '../design/button.tsx';
import { EmptyState, Panel } from '../design/frames.tsx';
import { fullMoment, shortMoment } from '../words/moment-words.ts';
import { FORM_LABELS } from '../words/person-words.ts';
import { PaperPdf, paperUrl, printPaper } from './paper-pdf.tsx';
import { ScanView } from './scan-view.tsx';

type Chosen =
  | { readonly kind: 'scan'; readonly sha256: string; readonly title: string }
  | { readonly kind: 'paper'; readonly paperId: string; readonly title: string }
  | undefined;

const firstOf = (view: DossierView): Chosen => {
  const scanned = view.papers.find((p) => p.scans.length > 0);
  if (scanned?.scans[0]) return { kind: 'scan', sha256: scanned.scans[0], title: scanned.name };
  const issued = view.issuedPapers.at(-1);
  return issued && { kind: 'paper', paperId: issued.paperId, title: issued.title };
};

export const PapersPart = ({ view }: { readonly view: DossierView }) => {
  const [chosen, setChosen] = useState<Chosen>(() => firstOf(view));
  const client = useQueryClient();
  const printedBefore = chosen?.kind === 'paper' && (view.issuedPapers.find((p) => p.paperId === chosen.paperId)?.printCount ?? 0) > 0;
  const print = async (paperId: string) => {
    await printPaper(paperId);
    // the count, the journal's line and the note on the paper itself
    await Promise.all([client.invalidateQueries({ queryKey: ['dossier', view.dossierId] }), client.invalidateQueries({ queryKey: ['file', paperUrl(paperId)] })]);
  };
  return (
    <div className="beside">
      <div className="stack">
        <Panel title="Thành phần hồ sơ" count={view.papers.length} flush>
          {view.papers.length === 0 ? (
            <EmptyState icon="paper" title="Không có giấy tờ nào giữ lại" />
          ) : (
            <ul className="paper-pick">
              {view.papers.map((p) => {
                const text = (
                  <>
                    <span>
                      {p.name}
                      {p.roundNo > 0 && ' '}
                      {p.roundNo > 0 && <span className="chip chip-amber">bổ sung lần {p.roundNo}</span>}
                    </span>
                    <span className="faint">
                      {p.shownOnly
                        ? view.state === 'filed-online'
                          ? 'xuất trình khi đến'
                          : 'đã xuất trình, đã trả lại'
                        : `${p.count} ${FORM_LABELS[p.form]}`}{' '}
                      · {p.scans.length > 0 ? `${p.scans.length} bản quét` : 'chưa quét'}
                    </span>
                  </>
                );
                return (
                  <li key={p.lineNo}>
                    {p.scans.length === 0 ? (
                      <div>{text}</div>
                    ) : (
                      p.scans.map((sha256, i) => (
                        <button
                          key={sha256}
                          type="button"
                          aria-pressed={chosen?.kind === 'scan' && chosen.sha256 === sha256}
                          onClick={() => setChosen({ kind: 'scan', sha256, title: p.name })}
                        >
                          {i === 0 ? text : <span className="faint">trang quét {i + 1}</span>}
                        </button>
                      ))
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </Panel>
        <Panel title="Giấy đã lập" count={view.issuedPapers.length} flush>
          {view.issuedPapers.length === 0 ? (
            <EmptyState icon="paper" title="Chưa lập giấy nào" />
          ) : (
            <ul className="paper-pick">
              {view.issuedPapers.map((p) => (
                <li key={p.paperId}>
                  <button
                    type="button"
                    aria-pressed={chosen?.kind === 'paper' && chosen.paperId === p.paperId}
                    onClick={() => setChosen({ kind: 'paper', paperId: p.paperId, title: p.title })}
                  >
                    <span>
                      {p.title}
                      {p.number && <> số {p.number}</>}
                      {p.supersededAt && ' '}
                      {p.supersededAt && <span className="chip chip-red">đã được thay thế</span>}
                    </span>
                    <span className="faint">
                      {fullMoment(p.issuedAt)} · in {p.printCount} lần
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        {view.outcomes.length > 0 && (
          <Panel title="Kết quả giải quyết" flush>
            <ul className="paper-pick">
              {view.outcomes.map((o) => {
                const text = (
                  <>
                    <span>
                      {o.kind === 'refusal' ? 'Từ chối: ' : ''}
                      {o.name} · {o.number}
                    </span>
                    <span className="faint">
                      {shortMoment(o.issuedAt)} · {o.signingPrefix} {o.signedByName} ký ·{' '}
                      {o.hasPaper ? 'có bản giấy' : 'bản điện tử'}
                    </span>
                    {o.ground && <span className="faint">{o.ground}</span>}
                  </>
                );
                const { file } = o;
                return (
                  <li key={o.outcomeNo}>
                    {file ? (
                      <button
                        type="button"
                        aria-pressed={chosen?.kind === 'scan' && chosen.sha256 === file}
                        onClick={() => setChosen({ kind: 'scan', sha256: file, title: o.name })}
                      >
                        {text}
                      </button>
                    ) : (
                      <div>{text}</div>
                    )}
                  </li>
                );
              })}
            </ul>
          </Panel>
        )}
        {view.certifications.length > 0 && (
          <Panel title="Số chứng thực" flush>
            <ul className="paper-pick">
              {view.certifications.map((c) => (
                <li key={`${c.book}-${c.number}`}>
                  <div>
                    <span>
                      Số {c.number} · quyển {c.book}
                    </span>
                    <span className="faint">
                      {c.paperName} · {c.pages} trang × {c.copies} bản
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
      <div className="viewer">
        {!chosen && <EmptyState icon="paper" title="Chưa có bản quét hay giấy nào để xem" />}
        {chosen?.kind === 'scan' && <ScanView sha256={chosen.sha256} title={chosen.title} />}
        {chosen?.kind === 'paper' && (
          <>
            <div className="row-between">
              <strong>{chosen.title}</strong>
              <Button icon="print" onClick={() => void print(chosen.paperId)}>
                {printedBefore ? 'In lại (ghi nhật ký)' : 'In giấy này'}
              </Button>
            </div>
            <PaperPdf paperId={chosen.paperId} title={chosen.title} />
          </>
        )}
      </div>
    </div>
  );
};
