// QR and Code 128 as SVG, drawn from the modules: sharp at any size, no text inside.
import { code128, drawingSVG } from 'bwip-js/generic';
import QRCode from 'qrcode';

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
  const side = size + 2 * quiet;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`;
};

/** Quiet zones of ten modules are inside, as the symbology asks. */
export const code128Svg = (text: string): string =>
  code128({ bcid: 'code128', text, scale: 1, height: 14, paddingwidth: 10, paddingheight: 0, includetext: false }, drawingSVG());
