// One signature, asked once by its name. What the holder of the key refuses is said with its way out; nothing was signed
// then, the PIN can be typed anew, and what is busy says for what it waits.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { SignableView } from '#wire/signatures.wire.ts';
import { problemOf } from '../../api/problem.ts';
import { useMe } from '../../api/session.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { PaperPdf } from '../../dossier/paper-pdf.tsx';
import { ScanView } from '../../dossier/scan-view.tsx';
import { ActError } from '../act-error.tsx';
import { CertificateChip } from './certificate-chip.tsx';
import { PIN_REFUSALS, SIGN_ACTS, TEST_WORDS, WAITING_WORDS, nameOf } from './signing-words.ts';
import { useSign } from './use-signatures.ts';

export type SignDialogProps = {
  readonly view: Pick<DossierView, 'dossierId' | 'code' | 'agencyName'>;
  readonly paper: SignableView;
  readonly mine: NonNullable<SignableView['mine']>;
  /** Asked for in the act before: it begins by itself, with this PIN. */
  readonly begin?: string;
  readonly onSigned: () => void;
  readonly onClose: () => void;
};

/** Somebody was quicker: what is shown behind is no longer so. */
const MOVED: ReadonlySet<string> = new Set(['signed-meanwhile', 'already-signed', 'paper-superseded']);

const useMoved = (dossierId: string, code: string | undefined): void => {
  const client = useQueryClient();
  const moved = code !== undefined && MOVED.has(code);
  useEffect(() => {
    if (moved) void client.invalidateQueries({ queryKey: ['dossier', dossierId] });
  }, [client, dossierId, moved]);
};

export const SignDialog = ({ view, paper, mine, begin, onSigned, onClose }: SignDialogProps) => {
  const me = useMe();
  const [pin, setPin] = useState(begin ?? '');
  const sign = useSign(view.dossierId, paper, onSigned);
  const problem = problemOf(sign.error);
  const ofPin = problem !== undefined && PIN_REFUSALS.has(problem.code);
  const moved = problem !== undefined && MOVED.has(problem.code);
  useMoved(view.dossierId, problem?.code);
  useEffect(() => {
    if (ofPin) document.querySelector<HTMLInputElement>('dialog[open] input[name="pin"]')?.select();
  }, [ofPin, sign.error]);
  const ask = () => void sign.run({ as: mine.as, ...(pin !== '' && { pin }) });
  const begun = useRef(begin === undefined);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    ask();
  });
  const wantsPin = mine.service !== 'test-authority' || ofPin || pin !== '';
  const act = SIGN_ACTS[mine.as];
  return (
    <ConfirmDialog wide title={`${act} – ${nameOf(paper)}`} act={act} busy={sign.busy} disabled={moved} onClose={onClose}
      back={begin === undefined ? undefined : 'Ký số sau'} onConfirm={ask}>
      {!ofPin && <ActError error={sign.error} dossierId={view.dossierId} onClose={onClose} />}
      <dl className="facts">
        <dt>Hồ sơ</dt><dd className="code">{view.code}</dd>
        <dt>{mine.as === 'leader' ? 'Người ký' : 'Cơ quan ký'}</dt><dd><strong>{mine.as === 'leader' ? me.account.fullName : view.agencyName}</strong></dd>
        {mine.as === 'agency-seal' && <><dt>Người thực hiện</dt><dd>{me.account.fullName}</dd></>}
        <dt>Chứng thư số</dt><dd><CertificateChip service={mine.service} /></dd>
      </dl>
      {wantsPin && (
        <Field label="Mã PIN của chứng thư số" name="pin" type="password" value={pin} onValue={setPin} maxLength={64} width="w4"
          hint="Mã PIN chỉ gửi đến nơi giữ khóa, không được lưu lại." error={ofPin ? sign.error?.message : undefined} />
      )}
      {mine.service === 'test-authority' && <Banner tone="amber">{TEST_WORDS}</Banner>}
      <div className="signed-paper">
        {paper.paperId !== undefined && <PaperPdf paperId={paper.paperId} title={nameOf(paper)} />}
        {paper.file !== undefined && <ScanView sha256={paper.file} title={nameOf(paper)} />}
      </div>
      {sign.busy && <Banner>{WAITING_WORDS}</Banner>}
    </ConfirmDialog>
  );
};
