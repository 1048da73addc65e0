// The form by which a citizen answers a request for papers, as a browser without script sends it.
import { randomBytes, randomUUID } from 'node:crypto';

export type ChosenFile = { readonly field: string; readonly content: Buffer; readonly name?: string; readonly type?: string };

/** Each of its own content: by that files are told apart. */
export const aPhoto = (bytes = 200): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes)]);
export const aPdf = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200)]);

const BOUNDARY = 'bien-gioi';
export const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

export type AnswerFields = { readonly ma: string; readonly so?: string; readonly khoa?: string; readonly 'dinh-danh': string; readonly 'ghi-chu'?: string };

/** Fields before files, as they stand on the page; the note after them. */
export const answerForm = ({ 'ghi-chu': note = '', ...fields }: AnswerFields, files: readonly ChosenFile[]): Buffer => {
  const part = (head: string, content: Buffer | string): Buffer =>
    Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
  const first = Object.entries({ so: '5678', khoa: randomUUID(), ...fields });
  return Buffer.concat([
    ...first.map(([name, value]) => part(`name="${name}"`, value)),
    ...files.map(({ field, content, name = 'anh.jpg', type = 'image/jpeg' }) => part(`name="${field}"; filename="${name}"\r\nContent-Type: ${type}`, content)),
    part('name="ghi-chu"', note), Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
};
