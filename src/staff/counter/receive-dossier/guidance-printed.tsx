// The paper of a guidance, for whoever goes home to fetch what is missing.
import type { MissingPaper } from '#core/procedure/missing-papers.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { PaperPdf, printPaper } from '../../dossier/paper-pdf.tsx';

export const SUPPLEMENT_SLIP = 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ';
export const GUIDANCE_SLIP = 'Phiếu hướng dẫn';

export const countsWords = (m: Pick<MissingPaper, 'original' | 'certifiedCopy' | 'plainCopy'>): string =>
  [m.original > 0 && `${m.original} bản chính`, m.certifiedCopy > 0 && `${m.certifiedCopy} bản sao có chứng thực`, m.plainCopy > 0 && `${m.plainCopy} bản chụp`]
    .filter(Boolean).join(', ');

export const GuidancePrinted = ({ paperId, name, onClose }: { readonly paperId: string; readonly name: string; readonly onClose: () => void }) => (
  <Dialog
    wide
    title={`Đã lập ${name.charAt(0).toLowerCase()}${name.slice(1)}`}
    onClose={onClose}
    foot={(
      <>
        <Button onClick={onClose}>Đóng</Button>
        <Button look="main" icon="print" onClick={() => void printPaper(paperId)} autoFocus>In cho người dân</Button>
      </>
    )}
  >
    <PaperPdf paperId={paperId} title={name} />
  </Dialog>
);
