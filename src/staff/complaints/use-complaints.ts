// What the screens of complaints ask and do; the same at a desk and at the post's supervisor but for the first word of the path.
import { useQuery } from '@tanstack/react-query';
import { type AddProofsBody, type ComplaintChanged, type ComplaintSubject, type EndComplaintBody, type ReceiveComplaintBody, complaintChanged, complaintSubject, complaintView, complaintsView } from '#wire/complaints.wire.ts';
import { ask } from '../api/request.ts';
import { keepClock } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';

export type Side = 'desk' | 'post';
export const LIST_PATHS = { desk: '/khieu-nai', post: '/khieu-nai-buu-chinh' } as const;
export const ONE_PATHS = { desk: '/khieu-nai/$complaintId', post: '/khieu-nai-buu-chinh/$complaintId' } as const;

export const useComplaints = (side: Side) => useQuery({
  queryKey: ['complaints', side],
  queryFn: async ({ signal }) => {
    const view = await ask(`/api/${side}/complaints`, complaintsView, signal);
    keepClock(view.now);
    return view;
  },
  refetchInterval: 60_000,
});
export const useComplaint = (side: Side, complaintId: string) => useQuery({
  queryKey: ['complaints', side, complaintId], queryFn: ({ signal }) => ask(`/api/${side}/complaints/${complaintId}`, complaintView, signal),
});
export const findSubject = (side: Side, scanned: string): Promise<ComplaintSubject> => ask(`/api/${side}/complaints/subject?scanned=${encodeURIComponent(scanned)}`, complaintSubject);
export const pdfUrl = (side: Side, complaintId: string, which: 'receipt' | 'notice'): string => `/api/${side}/complaints/${complaintId}/${which}.pdf`;
export const proofUrl = (side: Side, complaintId: string, proofNo: number): string => `/api/${side}/complaints/${complaintId}/proofs/${proofNo}`;

const REFRESH = [['complaints'], ['dossier'], ['post']];
export const useReceive = (side: Side, onDone: (answer: ComplaintChanged) => void) =>
  useAct((body: ReceiveComplaintBody) => ({ path: `/api/${side}/complaints`, answer: complaintChanged, body }), { refresh: REFRESH, onDone });
export const useTakeUp = (side: Side, complaintId: string) =>
  useAct((body: Record<string, never>) => ({ path: `/api/${side}/complaints/${complaintId}/take-up`, answer: complaintChanged, body }), { refresh: REFRESH });
export const useAddProofs = (side: Side, complaintId: string, onDone: () => void) =>
  useAct((body: AddProofsBody) => ({ path: `/api/${side}/complaints/${complaintId}/proofs`, answer: complaintChanged, body }), { refresh: REFRESH, onDone });
export const useEnd = (side: Side, complaintId: string, onDone: () => void) =>
  useAct((body: EndComplaintBody) => ({ path: `/api/${side}/complaints/${complaintId}/end`, answer: complaintChanged, body }), { refresh: REFRESH, onDone });
