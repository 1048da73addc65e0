import { useEffect, useEffectEvent, useRef, useState, type PointerEvent } from 'react';
import { Button } from '../design/button.tsx';
import { drawStroke, signatureImage } from './signature-image.ts';
import { extended, isSigned, PAD_WIDTH, type Point, type Stroke } from './strokes.ts';
import './signature.css';

const LOW = 260;
const TALL = 480;

/** Makes the picture when it is wanted; undefined while nothing that could be a signature stands there. */
export type Signed = (() => Promise<Blob>) | undefined;

const pointOf = (canvas: HTMLCanvasElement, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
  const box = canvas.getBoundingClientRect();
  return { x: ((clientX - box.left) / box.width) * canvas.width, y: ((clientY - box.top) / box.height) * canvas.height };
};

/** Drawn with pen, finger or mouse; whoever cannot use it signs on paper, so it is never the only way. */
export const SignaturePad = ({ onSigned, who = 'người nhận', tall = false, kept = [], onKept }: {
  readonly onSigned: (signed: Signed) => void;
  readonly who?: 'người nhận' | 'người gửi';
  readonly tall?: boolean;
  /** As it was drawn before the page was lost. */
  readonly kept?: readonly Stroke[];
  /** A stroke is whole, or was taken away. */
  readonly onKept?: (strokes: readonly Stroke[]) => void;
}) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [strokes, setStrokes] = useState<readonly Stroke[]>(kept);
  /** Moves come faster than pictures: each goes on from the last, not from what stands on the screen. */
  const drawn = useRef<readonly Stroke[]>(strokes);
  const drawing = useRef<number | undefined>(undefined);
  const height = tall ? TALL : LOW;
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.clearRect(0, 0, PAD_WIDTH, height);
    for (const stroke of strokes) drawStroke(pen, stroke);
  }, [strokes, height]);
  const tell = (next: readonly Stroke[]): void => onSigned(isSigned(next) ? () => signatureImage(next, height) : undefined);
  const become = (next: readonly Stroke[]): void => {
    drawn.current = next;
    setStrokes(next);
    tell(next);
  };
  const change = (next: readonly Stroke[]): void => {
    become(next);
    onKept?.(next);
  };
  const tellKept = useEffectEvent(() => { if (kept.length > 0) tell(kept); });
  useEffect(() => tellKept(), []);
  const start = (event: PointerEvent<HTMLCanvasElement>): void => {
    // the ball of the hand lies on the glass too
    if (drawing.current !== undefined) return;
    drawing.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    become([...drawn.current, [pointOf(event.currentTarget, event)]]);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (drawing.current !== event.pointerId) return;
    const passed = event.nativeEvent.getCoalescedEvents();
    const points = (passed.length === 0 ? [event] : passed).map((one) => pointOf(event.currentTarget, one));
    become(extended(drawn.current, points));
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (drawing.current !== event.pointerId) return;
    drawing.current = undefined;
    onKept?.(drawn.current);
  };
  return (
    <div className="stack-tight signature-box">
      <canvas
        ref={canvas} className={tall ? 'signature signature-tall' : 'signature'} width={PAD_WIDTH} height={height} role="img" aria-label={`Ô ký của ${who}`}
        onPointerDown={start} onPointerMove={move} onPointerUp={end} onPointerCancel={end}
      />
      <div className="row-between">
        <span className="faint">Mời {who} ký vào khung.</span>
        <span className="row">
          <Button look="plain" disabled={strokes.length === 0} onClick={() => change(drawn.current.slice(0, -1))}>Bỏ nét cuối</Button>
          <Button look="plain" disabled={strokes.length === 0} onClick={() => change([])}>Ký lại</Button>
        </span>
      </div>
    </div>
  );
};
