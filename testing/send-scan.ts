// A scan sent to the store as a browser sends it.
import type { Answer, Caller } from './served-world.ts';

export const sendScan = (caller: Caller, content: Buffer, type: string, name = 'scan'): Promise<Answer> => {
  const boundary = 'x-boundary-x';
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`),
    content, Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return caller.send('POST', '/api/files', body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
};
