// Stands where pkcs11-tool stands, with its arguments, exit codes and sayings, and keys in a folder: so that the adapter's
// suite runs on machines without OpenSC. Where OpenSC and SoftHSM are installed the same suite runs on them too.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SHA256_PREFIX, signRsaHash } from '#adapters/signature/rsa.ts';

const fail = (said: string): never => {
  process.stderr.write(`${said}\nAborting.\n`);
  process.exit(1);
};

const { values } = parseArgs({
  options: {
    module: { type: 'string' }, 'token-label': { type: 'string' }, 'read-object': { type: 'boolean' }, type: { type: 'string' }, id: { type: 'string' },
    login: { type: 'boolean' }, pin: { type: 'string' }, sign: { type: 'boolean' }, mechanism: { type: 'string' }, 'signature-format': { type: 'string' },
  },
});
const folder = values.module ?? '';
if (!existsSync(folder)) fail('error: Failed to load pkcs11 module');
const known = readFileSync(join(folder, 'label'), 'utf8');
if (values['token-label'] !== known) fail(`No slot with token named "${values['token-label'] ?? ''}" found`);
const fileOf = (kind: string): string => join(folder, `${values.id ?? ''}.${kind}`);

if (values['read-object']) {
  if (!existsSync(fileOf('cert'))) fail('error: object not found');
  process.stdout.write(readFileSync(fileOf('cert')));
} else if (values.sign) {
  const pin = process.env[(values.pin ?? '').replace(/^env:/, '')];
  if (pin === '000000') fail('error: PKCS11 function C_Login failed: rv = CKR_PIN_LOCKED (0xa4)');
  if (pin !== readFileSync(join(folder, 'pin'), 'utf8')) fail('error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)');
  if (!existsSync(fileOf('key'))) fail('error: Private key not found');
  const key = readFileSync(fileOf('key'));
  const input = readFileSync(0);
  if (values.mechanism !== 'RSA-PKCS' || !input.subarray(0, SHA256_PREFIX.length).equals(SHA256_PREFIX)) fail('error: PKCS11 function C_SignInit failed: rv = CKR_MECHANISM_INVALID (0x70)');
  process.stdout.write(signRsaHash(key, input.subarray(SHA256_PREFIX.length)));
} else fail('error: nothing asked');
