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

/** A page to open, and its QR. */
export const pageMark = (url: string): { readonly url: string; readonly qr: string } => ({ url, qr: qrSvg(url) });

/** A QR that holds a signed seal is finer: the paper gives it at least 0.36 mm a module, so that 150 dpi still read it. */
export const qrWithModules = (text: string): { readonly qr: string; readonly qrModules: number } => {
  const qr = qrSvg(text);
  return { qr, qrModules: Number(/viewBox="0 0 (\d+) /u.exec(qr)?.[1] ?? 0) };
};

/**
 * Bars without quiet zones: the paper leaves at least 4 mm white at both sides. Measured on our codes
 * (25 characters, 288 modules): at 150 dpi they decode from 88 mm on, at 200 dpi from 72 mm on.
 */
export const code128Bars = (text: string): { readonly barcode: string; readonly modules: number } => {
  const barcode = code128({ bcid: 'code128', text, scale: 1, height: 14, includetext: false }, drawingSVG());
  return { barcode, modules: Number(/viewBox="0 0 (\d+) /u.exec(barcode)?.[1] ?? 0) };
};
