// Who answers when the server does not: on an enrolled counter with its store open, the counter itself.
export type StandInAct = {
  readonly path: string;
  readonly method: 'POST' | 'DELETE';
  readonly body: unknown;
  readonly key: string;
  /** It was sent to the server before, and no answer came. */
  readonly afterUnsettled: boolean;
  /** A refused act of this machine that is put right. */
  readonly corrects?: string;
};

/** Undefined: this cannot be answered here. */
export type StandIn = {
  readonly ask: (path: string) => Promise<unknown>;
  readonly askBlob: (path: string) => Promise<Blob | undefined>;
  readonly act: (act: StandInAct) => Promise<unknown>;
  /** A print made here counts here too: there is one original. */
  readonly notePrint: (paperId: string) => Promise<void>;
  readonly keepFile: (file: Blob, name: string) => Promise<unknown>;
  /** Something on the same dossier waits here: what comes after it must wait too. */
  readonly mustWait: (named: string) => boolean;
  readonly shut: () => void;
  /** What this machine shows of itself to routes of enrolled machines. */
  readonly device: string;
};

let standIn: StandIn | undefined;
export const registerStandIn = (given: StandIn | undefined): void => { standIn = given; };
export const findStandIn = (): StandIn | undefined => standIn;

let expected = false;
/** This machine is an enrolled counter: somebody will stand in as soon as its store is open. */
export const expectStandIn = (): void => { expected = true; };
export const isStandInExpected = (): boolean => expected;
