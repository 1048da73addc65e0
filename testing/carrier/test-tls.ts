// A server's certificate of a test authority, as a server and as whoever asks it needs them.
import { issueTestCertificate, makeTestAuthority } from '#adapters/signature/test-certificates.ts';

const pem = (label: string, der: Uint8Array): string => `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;

export const testTls = async (organisation: string) => {
  const authority = await makeTestAuthority(organisation);
  return {
    trustedCertificates: pem('CERTIFICATE', authority.certificate),
    forHost: async (host: string): Promise<{ readonly key: string; readonly cert: string }> => {
      const { privateKey, certificate } = await issueTestCertificate(authority, { name: host, organisation: 'Máy chủ', host });
      return { key: pem('PRIVATE KEY', privateKey), cert: pem('CERTIFICATE', certificate) };
    },
  };
};
