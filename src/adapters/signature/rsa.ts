import { constants, createPrivateKey, privateEncrypt } from 'node:crypto';

/** RFC 8017: how SHA-256 is named inside a PKCS#1 signature. */
export const SHA256_PREFIX = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** PKCS#1 v1.5 over a hash made elsewhere. */
export const signRsaHash = (privateKey: Uint8Array, hash: Uint8Array): Uint8Array => privateEncrypt(
  { key: createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }), padding: constants.RSA_PKCS1_PADDING },
  Buffer.concat([SHA256_PREFIX, hash]),
);
