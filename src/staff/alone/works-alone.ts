// Which screens a counter can use by itself; every other says so before any work is put in.
const ALONE = ['/', '/hom-nay', '/tiep-nhan', '/tu-choi', '/tra-ket-qua', '/chung-thuc', '/tim', '/ho-so', '/mat-mang'];
/** Bags of this machine, and those of outcomes that were announced to it; one that only the server has says so itself. */
const BAGS_ALONE = ['', 'tai-may', 'quay'];

export const worksAlone = (path: string): boolean => {
  const [, first = '', second = ''] = path.split('/');
  return first === 'tui-ho-so' ? BAGS_ALONE.includes(second) : ALONE.includes(`/${first}`);
};
