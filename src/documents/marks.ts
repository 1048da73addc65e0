// QR and Code 128 as SVG, one path each, drawn from the modules: sharp at any size, no text inside.
import bwip from 'bwip-js';
import QRCode from 'qrcode';

const svg = (width: number, height: number, path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges">` +
  `<path d="${path}" fill="#000"/></svg>`;

/** Level M, a quiet zone of two modules inside (the paper adds white around). */
export const qrSvg = (text: string): string => {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const quiet = 2;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (data[y * size + x] !== 1) continue;
      let run = 1;
      while (x + run < size && data[y * size + x + run] === 1) run += 1;
      path += `M${x + quiet} ${y + quiet}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return svg(size + 2 * quiet, size + 2 * quiet, path);
};

/** Quiet zones of ten modules are inside, as the symbology asks. */
export const code128Svg = (text: string): string => {
  const drawn = bwip.raw({ bcid: 'code128', text })[0];
  if (drawn === undefined || !('sbs' in drawn)) throw new Error('code 128 gave no bars');
  const quiet = 10;
  let x = quiet;
  let path = '';
  drawn.sbs.forEach((width, i) => {
    if (i % 2 === 0) path += `M${x} 0h${width}v40h-${width}z`;
    x += width;
  });
  return svg(x + quiet, 40, path);
};
