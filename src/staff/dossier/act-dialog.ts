import type { DossierView } from '#wire/dossier-view.wire.ts';

export type ActDialogProps = {
  readonly view: DossierView;
  readonly onClose: () => void;
  /** The paper the act made, to be printed. */
  readonly onPaper?: (paperId: string) => void;
};
export type ActDialog = (props: ActDialogProps) => React.ReactNode;
