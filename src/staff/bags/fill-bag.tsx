// Filling a bag: scan after scan, with what is in it and what still waits side by side; then its seal, its label, its record.
import { useRef, useState } from 'react';
import { bagClosed, bagPacked, bagTakenOut, type BagView } from '#wire/bags.wire.ts';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { contentWord, insideWords, otherEnd } from './bag-words.ts';
import { Filling } from './filling.tsx';
import type { ScanSaid } from './scan-field.tsx';
import { useBagAct, type Side } from './use-bags.ts';

const SealDialog = ({ side, view, onClose }: { readonly side: Side; readonly view: BagView; readonly onClose: () => void }) => {
  const [sealNumber, setSealNumber] = useState('');
  const [tried, setTried] = useState(false);
  const close = useBagAct<{ sealNumber: string }, unknown>(side, view.bag.bagId, 'close', bagClosed, onClose);
  const missing = tried && sealNumber.trim() === '' ? 'Nhập số in trên niêm phong.' : undefined;
  return (
    <ConfirmDialog
      title={`Niêm phong túi: ${insideWords(view.bag)}`} act="Đóng gói, niêm phong" makes="Nhãn túi hồ sơ" busy={close.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (sealNumber.trim() !== '') void close.run({ sealNumber: sealNumber.trim() }); }}
    >
      {close.error && !close.errors['sealNumber'] && <Banner tone="red">{close.error.message}</Banner>}
      <Field label="Số niêm phong" name="sealNumber" value={sealNumber} onValue={setSealNumber} maxLength={40} error={missing ?? close.errors['sealNumber']} hint="Số in trên dây hoặc tem niêm phong vừa gắn vào túi." />
    </ConfirmDialog>
  );
};

export const FillBag = ({ side, view }: { readonly side: Side; readonly view: BagView }) => {
  const { bag, lines, waiting } = view;
  const [said, setSaid] = useState<ScanSaid>();
  const [sealing, setSealing] = useState(false);
  const pack = useBagAct<{ scanned: string }, { code: string; dossierCount: number }>(side, bag.bagId, 'pack', bagPacked,
    ({ code, dossierCount }) => setSaid({ tone: 'good', text: `${code} đã vào túi. Trong túi có ${dossierCount} ${contentWord(bag)}.` }), 'bag');
  const takeOut = useBagAct<{ dossierId: string }, unknown>(side, bag.bagId, 'take-out', bagTakenOut, () => setSaid({ tone: 'good', text: 'Đã lấy ra khỏi túi.' }), 'bag');
  const error = pack.error ?? takeOut.error;
  // a scanner is quicker than the line: each scan waits for the one before it, and none is lost
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const scan = (scanned: string): void => {
    takeOut.clear();
    before.current = before.current.then(() => pack.run({ scanned }));
  };
  return (
    <div className="stack">
      <Filling
        lines={lines} waiting={waiting} what={contentWord(bag)} toName={otherEnd(bag, 'giver')} said={error ? { tone: 'red', text: error.message } : said}
        busy={{ packing: pack.busy, takingOut: takeOut.busy }} onScanned={scan} next={{ word: 'Đóng gói, niêm phong', go: () => setSealing(true) }}
        onTakeOut={({ dossierId }) => { pack.clear(); void takeOut.run({ dossierId }); }}
      />
      {sealing && <SealDialog side={side} view={view} onClose={() => setSealing(false)} />}
    </div>
  );
};
