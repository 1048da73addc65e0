import { useRef, type PointerEvent } from 'react';
import { Button } from '../../design/button.tsx';

/** Drawn with pen, finger or mouse; whoever cannot use it signs on paper, so it is never the only way. */
export const SignaturePad = ({ onDrawn }: { readonly onDrawn: (canvas: HTMLCanvasElement | undefined) => void }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | undefined>(undefined);
  const at = (e: PointerEvent<HTMLCanvasElement>) => {
    const box = e.currentTarget.getBoundingClientRect();
    return {
      x: ((e.clientX - box.left) / box.width) * e.currentTarget.width,
      y: ((e.clientY - box.top) / box.height) * e.currentTarget.height,
    };
  };
  const move = (e: PointerEvent<HTMLCanvasElement>) => {
    const pen = canvas.current?.getContext('2d');
    if (!last.current || !pen) return;
    const to = at(e);
    pen.lineWidth = 3;
    pen.lineCap = 'round';
    pen.strokeStyle = '#16211d';
    pen.beginPath();
    pen.moveTo(last.current.x, last.current.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
    last.current = to;
    onDrawn(canvas.current ?? undefined);
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, canvas.current.width, canvas.current.height);
    onDrawn(undefined);
  };
  return (
    <div className="stack-tight signature-box">
      <canvas
        ref={canvas}
        className="signature"
        width={900}
        height={260}
        role="img"
        aria-label="Ô ký của người nhận"
        onPointerDown={(e) => {
          e.currentTarget.setPointerCapture(e.pointerId);
          last.current = at(e);
        }}
        onPointerMove={move}
        onPointerUp={() => {
          last.current = undefined;
        }}
      />
      <div className="row-between">
        <span className="faint">Người nhận ký vào khung.</span>
        <Button look="plain" onClick={clear}>
          Ký lại
        </Button>
      </div>
    </div>
  );
};

export const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Chưa ghi được chữ ký.'))), 'image/png'),
  );
