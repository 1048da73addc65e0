// Chữ ký số: every outcome and notice of the dossier with its signatures, and the one that is the onlooker's to give.
import './signing.css';
import { useRef, useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { SignableView } from '#wire/signatures.wire.ts';
import { Button } from '../../design/button.tsx';
import { Banner, Panel } from '../../design/frames.tsx';
import { Icon } from '../../design/icon.tsx';
import { toast } from '../../design/toast.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { CertificateChip } from './certificate-chip.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { SIGN_ACTS, SIGNED_WORDS, nameOf, nextWords, serialWords } from './signing-words.ts';
import { useSignatures } from './use-signatures.ts';

const SignatureLine = ({ signature }: { readonly signature: SignableView['signatures'][number] }) => (
  <li className="signature-line">
    <Icon name="check" size={18} />
    <div>
      <span>{SIGNED_WORDS[signature.role]}: <strong>{signature.signerName}</strong>{signature.byName !== signature.signerName && ` (${signature.byName} thực hiện)`}, {fullMoment(signature.signedAt)}</span>
      <span className="signature-key"><CertificateChip service={signature.service} /> {signature.serial !== '' && <span className="faint">số <span className="signature-serial">{serialWords(signature.serial)}</span></span>}</span>
      {signature.stampedAt && <span className="faint">Dấu thời gian: {fullMoment(signature.stampedAt)}</span>}
      {signature.stampMissing && <span className="faint">Chưa có dấu thời gian: nơi cấp dấu thời gian không trả lời. Chữ ký vẫn hợp lệ.</span>}
    </div>
  </li>
);

const SignablePaper = ({ view, paper }: { readonly view: DossierView; readonly paper: SignableView }) => {
  // kept while the dialog is open: what is read anew behind it must not take it away
  const [doing, setDoing] = useState<SignableView['mine']>();
  const row = useRef<HTMLLIElement>(null);
  const { hindered, signatures } = paper;
  // a draft is signed where it is approved, in one step
  const mine = paper.kind === 'draft' ? undefined : paper.mine;
  const signed = () => {
    if (doing) toast(nextWords(doing));
    setDoing(undefined);
    // the button goes with its signature: the focus stays on the paper
    requestAnimationFrame(() => row.current?.focus());
  };
  return (
    <li ref={row} tabIndex={-1} className="signable" aria-label={nameOf(paper)}>
      <div className="signable-head">
        <strong>{nameOf(paper)}</strong>
        {mine && <Button look="main" aria-label={`${SIGN_ACTS[mine.as]} – ${nameOf(paper)}`} onClick={() => setDoing(mine)}>{SIGN_ACTS[mine.as]}</Button>}
      </div>
      {signatures.length === 0
        ? <p className="faint">{paper.kind === 'draft' && paper.mine ? 'Chưa ký số; ký cùng lúc với ký duyệt.' : 'Chưa ký số.'}{hindered && ` ${hindered.title}: ${hindered.detail}`}</p>
        : <ul className="signature-lines">{signatures.map((one) => <SignatureLine key={one.role} signature={one} />)}</ul>}
      {signatures.length === 1 && !mine && <p className="faint">{hindered ? `${hindered.title}: ${hindered.detail}` : 'Chờ văn thư ký số cơ quan.'}</p>}
      {doing && <SignDialog view={view} paper={paper} mine={doing} onSigned={signed} onClose={() => setDoing(undefined)} />}
    </li>
  );
};

/** Nothing to sign, nothing shown. */
export const SignaturesPanel = ({ view }: { readonly view: DossierView }) => {
  const { data, error, refetch } = useSignatures(view.dossierId);
  if (!data) return error ? <Banner tone="amber" acts={<Button onClick={() => void refetch()}>Tải lại</Button>}>Chưa tải được chữ ký số của hồ sơ.</Banner> : null;
  if (data.papers.length === 0) return null;
  return (
    <Panel title="Chữ ký số" count={data.papers.length}>
      <ul className="signables">{data.papers.map((paper) => <SignablePaper key={paper.path} view={view} paper={paper} />)}</ul>
    </Panel>
  );
};
