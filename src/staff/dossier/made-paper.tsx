// The paper an act made, shown and ready for the printer.
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { PaperPdf, printPaper } from './paper-pdf.tsx';

export const MadePaper = ({ title, name, paperId, onClose }: { readonly title: string; readonly name: string; readonly paperId: string; readonly onClose: () => void }) => (
  <Dialog wide title={title} onClose={onClose} foot={<><Button onClick={onClose}>Đóng</Button><Button look="main" icon="print" onClick={() => void printPaper(paperId)} autoFocus>In giấy này</Button></>}>
    <PaperPdf paperId={paperId} title={name} />
  </Dialog>
);
