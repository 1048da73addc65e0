import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { DossierTable } from './dossier-table.tsx';
import { useFoundDossiers } from './found-dossiers.ts';

const BY = { code: 'theo mã hồ sơ', identity: 'theo số giấy tờ', item: 'theo số hiệu bưu gửi', name: 'theo họ tên, không cần dấu' } as const;

export const FindDossiersScreen = () => {
  const { q = '' } = useSearch({ from: '/tim' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const [page, setPage] = useState(1);
  useEffect(() => {
    if (typed.trim() === q) return undefined;
    const timer = setTimeout(() => {
      setPage(1);
      void navigate({ to: '/tim', search: typed.trim() ? { q: typed.trim() } : {}, replace: true });
    }, 220);
    return () => clearTimeout(timer);
  }, [typed, q, navigate]);
  const found = useFoundDossiers(q, true, page);
  return (
    <Screen title="Tìm hồ sơ">
      <input
        className="input input-large"
        aria-label="Mã hồ sơ, số giấy tờ hoặc họ tên"
        placeholder="Mã hồ sơ, bốn số cuối, số giấy tờ, họ tên không dấu"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
        onKeyDown={(e) => {
          const one = found.data?.dossiers[0];
          if (e.key === 'Enter' && one && typed.trim() === q)
            void navigate({ to: '/ho-so/$dossierId', params: { dossierId: one.dossierId } });
        }}
      />
      {q.length < 2 ? (
        <EmptyState icon="find" title="Gõ ít nhất hai ký tự, hoặc quét mã trên giấy hẹn">
          Tìm được theo mã hồ sơ (cả mã, phần đầu hoặc phần cuối), số giấy tờ tùy thân, số hiệu bưu gửi, họ tên người nộp hoặc chủ hồ sơ.
        </EmptyState>
      ) : (
        <Loaded from={found}>
          {(data) =>
            data.dossiers.length === 0 ? (
              <EmptyState icon="find" title={`Không có hồ sơ nào khớp “${q}”`}>
                {data.wrong ?? 'Kiểm tra lại số; hồ sơ của quầy khác không hiện ở đây.'}
              </EmptyState>
            ) : (
              <Panel
                title={<span role="status">Kết quả {BY[data.foundBy]}</span>}
                count={data.dossiers.length}
                flush
                foot={
                  <div className="row-end">
                    {page > 1 && <Button onClick={() => setPage(page - 1)}>Trang trước</Button>}
                    <span>Trang {data.page}</span>
                    {data.hasMore && <Button onClick={() => setPage(page + 1)}>Trang sau</Button>}
                  </div>
                }
              >
                <DossierTable caption="Hồ sơ tìm thấy" rows={data.dossiers} now={businessNow()} />
              </Panel>
            )
          }
        </Loaded>
      )}
    </Screen>
  );
};
