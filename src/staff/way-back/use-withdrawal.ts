// The state of a withdrawal on the screen, at the desk and at the agency alike.
import { useState } from 'react';
import type { WithdrawalRequest } from '#core/dossier/withdrawal-request.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { keptLines, linesErrors, newPerson, type PersonDraft, personErrors, toRequest, toTaken } from './way-back-draft.ts';

export const useWithdrawal = (view: DossierView, here: 'must' | 'may' | 'cannot') => {
  const [reason, setReason] = useState('');
  const [how, setHow] = useState<WithdrawalRequest['how']>('in-person');
  const [person, setPerson] = useState<PersonDraft>(newPerson);
  const [feeNote, setFeeNote] = useState('');
  const [lines, setLines] = useState(() => keptLines(view));
  const [gives, setGives] = useState(here === 'must');
  const [fingerprint, setFingerprint] = useState(false);
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
