import type { SignableView } from '#wire/signatures.wire.ts';
import { KEY_WORDS } from './signing-words.ts';

/** A certificate for tests is told apart at first sight: such a signature binds nobody. */
export const CertificateChip = ({ service }: { readonly service: NonNullable<SignableView['mine']>['service'] }) => (
  <span className={service === 'test-authority' ? 'chip chip-amber' : 'chip'}>{KEY_WORDS[service]}</span>
);
