// The signature as a small picture: ink only, dark on white, so that it stays readable wherever it is shown or printed.
import { fitWithin } from '../counter/scans/image-size.ts';
import { frameOf, PEN, type Stroke } from './strokes.ts';

const LONGEST_SIDE = 600;

export const drawStroke = (pen: CanvasRenderingContext2D, stroke: Stroke): void => {
  const [first, ...rest] = stroke;
  if (!first) return;
  pen.lineWidth = PEN;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = '#16211d';
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  // a line of no length is a dot under round caps
  if (rest.length === 0) pen.lineTo(first.x, first.y);
  for (const { x, y } of rest) pen.lineTo(x, y);
  pen.stroke();
};

export const signatureImage = (strokes: readonly Stroke[], padHeight: number): Promise<Blob> => {
  const frame = frameOf(strokes, padHeight);
  const { width, height } = fitWithin(frame, LONGEST_SIDE);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.scale(width / frame.width, height / frame.height);
    pen.translate(-frame.x, -frame.y);
    for (const stroke of strokes) drawStroke(pen, stroke);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Chưa ghi được chữ ký.'))), 'image/png');
  });
};
