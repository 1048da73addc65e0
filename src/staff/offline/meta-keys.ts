// Names of what the counter keeps once.
export const POLICY = 'policy';
/** Business time less the machine's, in milliseconds. */
export const CLOCK = 'clock';
/** When the machine's clock was looked at last, and what is unsure about it. */
export const CLOCK_SEEN = 'clock-seen';
/** The last moment of the server's own clock that was heard. */
export const SAID_AT = 'said-at';
export const CURSOR = 'cursor';
/** Which edition of the views this machine reads. */
export const VIEWS = 'views';
export const ETAG = 'reference-etag';
export const LAST_SYNC = 'last-sync';
export const REVOKED = 'revoked';
/** Which counter this machine is: the same as its quick note, on the disk at once. */
export const HERE = 'here';
/** Sealed. */
export const DEVICE = 'device';
/** The code that was sent last and under which key, until the answer came. */
export const ENROLLING = 'enrolling';
