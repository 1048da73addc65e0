import { spawnSync } from 'node:child_process';
import { X509Certificate, createHash, randomBytes, verify } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REMOTE_CLIENT, REMOTE_PIN, type RemoteSimulator, startRemoteSimulator } from '#testing/signing/remote-simulator.ts';
import { type TokenSettings, tokenService } from './pkcs11.ts';
import type { SignatureService } from './port.ts';
import { remoteService } from './remote.ts';
import { testAuthorityService } from './test-authority.ts';
import { type TestKey, issueTestCertificate, makeTestAuthority } from './test-certificates.ts';

const PIN = '246810';
const SOFTHSM = '/usr/lib/softhsm/libsofthsm2.so';
const STAND_IN = [process.execPath, join(import.meta.dirname, '../../../testing/signing/token-stand-in.ts')] as const;

let folder: string;
let authority: TestKey;
let leader: TestKey;
let simulator: RemoteSimulator;

const ran = (program: string, args: readonly string[]): void => {
  const { status, stderr } = spawnSync(program, args, { env: { PATH: '/usr/local/bin:/usr/bin:/bin', SOFTHSM2_CONF: join(folder, 'softhsm.conf') }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
};

const fillStandIn = async (): Promise<void> => {
  const token = join(folder, 'token');
  await mkdir(token);
  for (const [name, content] of [['label', 'kiem-thu'], ['pin', PIN], ['01.cert', leader.certificate], ['01.key', leader.privateKey]] as const) {
    await writeFile(join(token, name), content);
  }
};

const hasSoftToken = existsSync(SOFTHSM) && spawnSync('pkcs11-tool', ['--version']).error === undefined;
const fillSoftToken = async (): Promise<void> => {
  await mkdir(join(folder, 'tokens'));
  await writeFile(join(folder, 'softhsm.conf'), `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\n`);
  await writeFile(join(folder, 'key.der'), leader.privateKey);
  await writeFile(join(folder, 'cert.der'), leader.certificate);
  ran('softhsm2-util', ['--init-token', '--free', '--label', 'kiem-thu', '--pin', PIN, '--so-pin', '12345678']);
  const token = ['--module', SOFTHSM, '--token-label', 'kiem-thu', '--login', '--pin', PIN, '--id', '01'];
  ran('pkcs11-tool', [...token, '--write-object', join(folder, 'key.der'), '--type', 'privkey', '--usage-sign']);
  ran('pkcs11-tool', [...token, '--write-object', join(folder, 'cert.der'), '--type', 'cert']);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signature-'));
  authority = await makeTestAuthority('Cơ quan mẫu');
  leader = await issueTestCertificate(authority, { name: 'Lê Văn Lãnh Đạo', title: 'Chủ tịch', organisation: 'UBND xã mẫu' });
  simulator = await startRemoteSimulator();
  await fillStandIn();
  if (hasSoftToken) await fillSoftToken();
});
afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

const standIn = (more: Partial<TokenSettings> = {}): SignatureService =>
  tokenService({ module: join(folder, 'token'), tokenLabel: 'kiem-thu', command: STAND_IN, authorities: [authority.certificate], ...more });
const softToken = (more: Partial<TokenSettings> = {}): SignatureService =>
  tokenService({ module: SOFTHSM, tokenLabel: 'kiem-thu', environment: { SOFTHSM2_CONF: join(folder, 'softhsm.conf') }, authorities: [authority.certificate], ...more });
const remote = (more: object = {}): SignatureService => remoteService({ url: simulator.url, ...REMOTE_CLIENT, ...more });
const local = (): SignatureService =>
  testAuthorityService(async (id) => (id === '01' ? { ...leader, authority: authority.certificate, secret: PIN } : undefined));

type Case = readonly [name: string, make: () => SignatureService, credentialId: string, secret: string];
const CASES: readonly Case[] = [
  ['the test authority', local, '01', PIN],
  ['a token behind a stand-in of pkcs11-tool', () => standIn(), '01', PIN],
  ...(hasSoftToken ? [['a SoftHSM token behind pkcs11-tool', () => softToken(), '01', PIN] as const] : []),
  ['a remote service', () => remote(), 'lanh-dao', REMOTE_PIN],
];

const hashOf = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();
const asked = { description: 'Phiếu từ chối số 12', hash: hashOf(Buffer.from('giấy')) };

describe.each(CASES)('%s', (_name, make, credentialId, secret) => {
  it('signs a hash so that its own certificate proves it', async () => {
    const content = randomBytes(1_000);
    const service = make();
    const found = await service.certificates(credentialId);
    const signed = await service.signHash({ ...asked, credentialId, hash: hashOf(content), secret });
    if (!found.ok || !signed.ok) throw new Error(JSON.stringify([found, signed]));
    const { publicKey } = new X509Certificate(found.value.chain[0]);
    expect(verify('sha256', content, publicKey, signed.value)).toBe(true);
    expect(verify('sha256', randomBytes(1_000), publicKey, signed.value)).toBe(false);
  });

  it('gives the certificate with the one above it', async () => {
    const found = await make().certificates(credentialId);
    const [own, above] = found.ok ? found.value.chain.map((der) => new X509Certificate(der)) : [];
    expect(own && above && own.checkIssued(above) && own.verify(above.publicKey)).toBe(true);
    expect(found.ok && found.value.keyKind).toBe('rsa');
  });

  it('knows no credential it does not have', async () => {
    const unknown = { ok: false, refusal: { kind: 'credential-unknown' } };
    expect(await make().certificates('77')).toEqual(unknown);
    expect(await make().signHash({ ...asked, credentialId: '77', secret })).toEqual(unknown);
  });

  it('refuses a wrong secret, and takes the right one after it', async () => {
    const service = make();
    expect(await service.signHash({ ...asked, credentialId, secret: '111111' })).toEqual({ ok: false, refusal: { kind: 'secret-wrong' } });
    expect((await service.signHash({ ...asked, credentialId, secret })).ok).toBe(true);
  });

  it('signs nothing without the secret', async () => {
    const signed = await make().signHash({ ...asked, credentialId });
    expect(signed.ok ? 'signed' : signed.refusal.kind).toMatch(/^secret-(missing|wrong)$/);
  });
});

describe('a token', () => {
  const kindOf = async (service: SignatureService, credentialId = '01', secret = PIN): Promise<string> => {
    const signed = await service.signHash({ ...asked, credentialId, secret });
    return signed.ok ? 'signed' : signed.refusal.kind;
  };
  it('that is locked, not plugged in, without its maker\'s module or without pkcs11-tool says which', async () => {
    expect(await kindOf(standIn(), '01', '000000')).toBe('secret-locked');
    expect(await kindOf(standIn({ tokenLabel: 'khac' }))).toBe('service-unreachable');
    expect(await kindOf(standIn({ module: '/khong/co.so' }))).toBe('service-unreachable');
    expect(await kindOf(standIn({ command: ['/khong/co/pkcs11-tool'] }))).toBe('service-unreachable');
  });
  it('is asked for objects only by their number', async () => {
    expect(await kindOf(standIn(), '01 --delete-object')).toBe('credential-unknown');
  });
  it('that does not answer is left', async () => {
    const sleeping = [process.execPath, '-e', 'setInterval(() => {}, 1000)', '--'] as const;
    expect(await kindOf(standIn({ command: sleeping, timeoutMilliseconds: 200 }))).toBe('service-too-slow');
  });
  it('that says something new is faulty, in its own words', async () => {
    const odd = [process.execPath, '-e', 'console.error("error: CKR_GENERAL_ERROR"); process.exit(1)', '--'] as const;
    expect(await standIn({ command: odd }).certificates('01')).toEqual({ ok: false, refusal: { kind: 'service-faulty', what: 'error: CKR_GENERAL_ERROR' } });
    const noCertificate = [process.execPath, '-e', 'console.log("x")', '--'] as const;
    expect(await standIn({ command: noCertificate }).certificates('01')).toEqual({ ok: false, refusal: { kind: 'service-faulty', what: 'certificate' } });
  });
});

describe('the test authority', () => {
  it('locks a credential after five wrong secrets', async () => {
    const service = local();
    for (let count = 0; count < 5; count += 1) await service.signHash({ ...asked, credentialId: '01', secret: '000000' });
    expect(await service.signHash({ ...asked, credentialId: '01', secret: PIN })).toEqual({ ok: false, refusal: { kind: 'secret-locked' } });
  });
  it('says KIỂM THỬ in every name of its certificates', () => {
    for (const { certificate } of [authority, leader]) {
      const { subject, issuer } = new X509Certificate(certificate);
      for (const name of [subject, issuer]) expect(name.match(/KIỂM THỬ/g)).toHaveLength(2);
    }
  });
});

describe('a remote service', () => {
  const kindOf = async (service: SignatureService, credentialId: string, secret?: string): Promise<string> => {
    const signed = await service.signHash({ ...asked, credentialId, ...(secret === undefined ? {} : { secret }) });
    return signed.ok ? 'signed' : signed.refusal.kind;
  };
  const often = { askAgainMilliseconds: 5 };

  it('waits for the owner, who confirms or declines on his own device', async () => {
    expect(await kindOf(remote(often), 'xac-nhan')).toBe('signed');
    expect(await kindOf(remote(often), 'tu-choi')).toBe('declined');
    expect(await kindOf(remote({ ...often, confirmMilliseconds: 5 }), 'xac-nhan')).toBe('service-too-slow');
  });
  it('signs nothing with an expired certificate', async () => {
    expect(await remote().certificates('het-han')).toEqual({ ok: false, refusal: { kind: 'certificate-not-valid' } });
    expect(await kindOf(remote(), 'het-han', REMOTE_PIN)).toBe('certificate-not-valid');
  });
  it('that breaks down or answers nonsense has not signed', async () => {
    expect(await kindOf(remote(), 'loi-may-chu', REMOTE_PIN)).toBe('service-unreachable');
    expect(await kindOf(remote(), 'tra-loi-sai', REMOTE_PIN)).toBe('service-faulty');
  });
  it('locks a credential after three wrong PINs', async () => {
    for (let count = 0; count < 3; count += 1) await kindOf(remote(), 'lanh-dao', '000000');
    expect(await kindOf(remote(), 'lanh-dao', REMOTE_PIN)).toBe('secret-locked');
  });
  it('does not serve a stranger', async () => {
    expect(await kindOf(remote({ clientSecret: 'khac' }), 'lanh-dao', REMOTE_PIN)).toBe('service-faulty');
  });
  it('that answers too late or not at all is left', async () => {
    const slow = await startRemoteSimulator({ latencyMilliseconds: 2_000 });
    expect(await kindOf(remote({ url: slow.url, timeoutMilliseconds: 100 }), 'lanh-dao', REMOTE_PIN)).toBe('service-too-slow');
    await slow.close();
    expect(await kindOf(remote({ url: slow.url }), 'lanh-dao', REMOTE_PIN)).toBe('service-unreachable');
  });
  it('is asked in the clear only on this machine', () => {
    expect(() => remote({ url: 'http://ky-so.example.vn/csc/v2' })).toThrow('https');
  });
  it('is believed only with a certificate of its own name, from an authority that is trusted', async () => {
    const pem = (label: string, der: Uint8Array): string => `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;
    const trusted = { trustedCertificates: pem('CERTIFICATE', authority.certificate) };
    const kindFor = async (host: string, settings: object): Promise<string> => {
      const { privateKey, certificate } = await issueTestCertificate(authority, { name: host, organisation: 'Máy chủ', host });
      const server = await startRemoteSimulator({ tls: { key: pem('PRIVATE KEY', privateKey), cert: pem('CERTIFICATE', certificate) } });
      try {
        return await kindOf(remote({ url: server.url, ...settings }), 'lanh-dao', REMOTE_PIN);
      } finally {
        await server.close();
      }
    };
    expect(await kindFor('localhost', trusted)).toBe('signed');
    expect(await kindFor('localhost', {})).toBe('service-unreachable');
    expect(await kindFor('khac.example.vn', trusted)).toBe('service-unreachable');
  }, 60_000);
});
