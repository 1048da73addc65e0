// Which dialog an act opens.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { OfficeWorkView } from '#wire/office-work.wire.ts';
import { AcceptManyDialog } from '../inbox/accept-many.tsx';
import { SendOutcomesDialog } from '../inbox/send-outcomes.tsx';
import type { OfficeDoing } from '../next-act.ts';
import { SignDueDialog } from '../signing/sign-due-dialog.tsx';
import { useSignatures } from '../signing/use-signatures.ts';
import { ApologiseDialog } from './apologise-dialog.tsx';
import { AskDutyDialog } from './ask-duty-dialog.tsx';
import { AskSupplementDialog } from './ask-supplement-dialog.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { PassDialog } from './pass-dialog.tsx';
import { RecordSupplementDialog } from './record-supplement-dialog.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import { AcceptBackDialog } from './accept-back-dialog.tsx';
import { SendPapersDialog } from './send-papers-dialog.tsx';
import { SettleDutyDialog } from './settle-duty-dialog.tsx';
import { ReturnApologyDialog, SignApologyDialog } from './sign-apology-dialog.tsx';
import { StopDialog } from './stop-dialog.tsx';
import { AcceptAnswerDialog } from './accept-answer-dialog.tsx';
import { TurnBackDialog } from './turn-back-dialog.tsx';
import { WithdrawAtAgencyDialog } from './withdraw-dialog.tsx';

export type OfficeDialogProps = { readonly view: DossierView; readonly work: OfficeWorkView; readonly onClose: () => void };

/** The same dossier as a line of the inbox, for the acts that take many. */
const lineOf = ({ view }: OfficeDialogProps) => ({
  dossierId: view.dossierId, code: view.code, revision: view.revision, deskName: view.deskName, procedureName: view.procedure.name,
  ownerName: (view.parties.owner ?? view.parties.applicant).fullName, outcomeNumber: view.outcomes.at(-1)?.number,
});

const SendOne = (props: OfficeDialogProps) => {
  const { data } = useSignatures(props.view.dossierId);
  return <SendOutcomesDialog rows={[lineOf(props)]} awaitsSeal={data?.papers.some((paper) => paper.awaitsSeal) ?? false} onClose={props.onClose} />;
};

export const OfficeDialog = ({ doing, ...props }: OfficeDialogProps & { readonly doing: OfficeDoing }) => {
  switch (doing) {
    case 'accept': return <AcceptManyDialog rows={[lineOf(props)]} onClose={props.onClose} />;
    case 'reject': return <AcceptManyDialog reject rows={[lineOf(props)]} onClose={props.onClose} />;
    case 'assign': return <AssignDialog {...props} />;
    case 'pass': return <PassDialog {...props} />;
    case 'send-back': return <SendBackDialog {...props} />;
    case 'ask-supplement': return <AskSupplementDialog {...props} />;
    case 'ask-duty': return <AskDutyDialog {...props} />;
    case 'settle-duty': return <SettleDutyDialog {...props} />;
    case 'refuse': return <RefuseDialog {...props} />;
    case 'issue': return <IssueDialog {...props} />;
    case 'send': return <SendOne {...props} />;
    case 'sign': return <SignDueDialog view={props.view} onClose={props.onClose} />;
    case 'stop': return <StopDialog {...props} />;
    case 'apologise': return <ApologiseDialog {...props} />;
    case 'sign-apology': return <SignApologyDialog {...props} />;
    case 'return-apology': return <ReturnApologyDialog {...props} />;
    case 'extend': return <ExtendDialog {...props} />;
    case 'record-supplement': return <RecordSupplementDialog {...props} />;
    case 'look-at-answer': return <AcceptAnswerDialog {...props} />;
    case 'turn-back': return <TurnBackDialog {...props} />;
    case 'withdraw': return <WithdrawAtAgencyDialog {...props} />;
    case 'accept-back': return <AcceptBackDialog {...props} />;
    case 'send-papers': return <SendPapersDialog {...props} />;
  }
};
