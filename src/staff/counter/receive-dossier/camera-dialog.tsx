import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';

/** Page after page with Space or the button; the camera is off as soon as this closes. */
export const CameraDialog = ({
  title,
  onPicture,
  onClose,
}: {
  readonly title: string;
  readonly onPicture: (picture: Blob) => void;
  readonly onClose: () => void;
}) => {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<string>();
  const [taken, setTaken] = useState(0);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let closed = false;
    const media = navigator.mediaDevices as MediaDevices | undefined;
    const asked =
      media?.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 2560 } } }) ??
      Promise.reject(new Error('no camera'));
    asked
      .then((given) => {
        stream = given;
        if (closed) return given.getTracks().forEach((t) => t.stop());
        if (video.current) video.current.srcObject = given;
        return undefined;
      })
      .catch(() =>
        setTrouble('Không mở được máy ảnh. Kiểm tra dây cắm và quyền dùng máy ảnh của trình duyệt, hoặc chọn tệp quét.'),
      );
    return () => {
      closed = true;
      stream?.getTracks().forEach((t) => t.stop());
    };
  }, []);
  const take = () => {
    const source = video.current;
    if (!source || source.videoWidth === 0) return;
    const canvas = document.createElement('canvas');
    canvas.width = source.videoWidth;
    canvas.height = source.videoHeight;
    canvas.getContext('2d')?.drawImage(source, 0, 0);
    canvas.toBlob(
      (blob) => {
        if (blob) {
          onPicture(blob);
          setTaken((n) => n + 1);
        }
      },
      'image/jpeg',
      0.95,
    );
  };
  return (
    <Dialog
      wide
      title={`Chụp: ${title}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Xong</Button>
          <Button look="main" icon="camera" onClick={take} disabled={trouble !== undefined} autoFocus>
            Chụp trang {taken + 1}
          </Button>
        </>
      }
    >
      {trouble ? (
        <Banner tone="amber">{trouble}</Banner>
      ) : (
        <video className="preview" ref={video} autoPlay playsInline muted aria-label="Hình từ máy ảnh" />
      )}
      <p aria-live="polite">{taken > 0 ? `Đã chụp ${taken} trang.` : 'Đặt giấy vừa khung hình, đủ sáng.'}</p>
    </Dialog>
  );
};
