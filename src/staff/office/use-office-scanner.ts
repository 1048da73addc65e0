// A receipt held under the reader opens its dossier; who also stands at a desk is served by the desk's own listener.
import { useNavigate } from '@tanstack/react-router';
import { officeFoundView } from '#wire/office-inbox.wire.ts';
import { ask } from '../api/request.ts';
import { isAtDesk, useMe } from '../api/session.ts';
import { toast } from '../design/toast.tsx';
import { useScanner } from '../scanner/use-scanner.ts';

export const useOfficeScanner = (): void => {
  const me = useMe();
  const navigate = useNavigate();
  useScanner((code) => {
    ask(`/api/office/find?${new URLSearchParams({ q: code }).toString()}`, officeFoundView).then(
      ({ rows: [row] }) => {
        if (row) void navigate({ to: '/co-quan/ho-so/$dossierId', params: { dossierId: row.dossierId } });
        else toast(`Không thấy hồ sơ ${code} tại cơ quan.`, 'red');
      },
      (error: unknown) => toast(error instanceof Error ? error.message : 'Chưa tra được mã vừa quét.', 'red'),
    );
  }, !isAtDesk(me));
};
