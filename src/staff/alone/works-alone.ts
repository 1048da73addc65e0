// Which screens a counter can use by itself; every other says so before any work is put in.
const ALONE = ['/', '/hom-nay', '/tiep-nhan', '/tu-choi', '/tra-ket-qua', '/chung-thuc', '/tim', '/ho-so', '/mat-mang'];

export const worksAlone = (path: string): boolean => ALONE.includes(`/${path.split('/')[1] ?? ''}`);
