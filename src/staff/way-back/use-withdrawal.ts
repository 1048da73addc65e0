// The state of a withdrawal on the screen, at the desk and at the agency alike.
import { useState } from 'react';
import type { WithdrawalRequest } from '#core/dossier/withdrawal-request.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { WithdrawDossierCommand } from '#wire/withdraw-dossier.wire.ts';
import { keptLines, linesAsTaken, linesErrors, type PersonDraft, personErrors, personFrom, toRequest, toTaken } from './way-back-draft.ts';

export const useWithdrawal = (view: DossierView, here: 'must' | 'may' | 'cannot', before?: WithdrawDossierCommand) => {
  const [reason, setReason] = useState(before?.reason ?? '');
  const [how, setHow] = useState<WithdrawalRequest['how']>(before?.request.how ?? 'in-person');
  const [person, setPerson] = useState<PersonDraft>(() => personFrom(before?.request.asker, before?.papersBack?.receiver));
  const [feeNote, setFeeNote] = useState(before?.feeNote ?? '');
  const [lines, setLines] = useState(() => linesAsTaken(keptLines(view), before?.papersBack));
  const [gives, setGives] = useState(here === 'must');
  const [fingerprint, setFingerprint] = useState(before?.papersBack?.signing.kind === 'fingerprint');
  const [tried, setTried] = useState(false);
  const givesBack = gives && here !== 'cannot' && lines.length > 0;
  const errors: Readonly<Record<string, string>> = {
    ...(reason.trim() === '' && { reason: 'Ghi lý do người dân rút hồ sơ.' }),
    ...personErrors(person, 'request.asker', false),
    ...(givesBack && linesErrors(lines)),
    ...(givesBack && person.kind === 'authorised' && person.identityNumber.trim() === '' && { 'request.asker.identityNumber': 'Ghi số giấy tờ tùy thân của người nhận.' }),
  };
  return {
    reason, setReason, how, setHow, person, setPerson, feeNote, setFeeNote, lines, setLines, gives, setGives, fingerprint, setFingerprint,
    givesBack, shown: tried ? errors : {},
    /** The body to send, or undefined when something must be filled in first. */
    settle: (): object | undefined => {
      setTried(true);
      if (Object.keys(errors).length > 0) return undefined;
      return {
        reason: reason.trim(), request: toRequest(person, how),
        ...(feeNote.trim() && { feeNote: feeNote.trim() }), ...(givesBack && { papersBack: toTaken(person, lines, fingerprint) }),
      };
    },
  };
};
