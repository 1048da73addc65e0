import { EmptyState, Loaded, Screen } from '../../design/frames.tsx';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { CertifyWork } from './certify-work.tsx';

export const CertifyCopiesScreen = () => {
  const catalogue = useCatalogue();
  return (
    <Screen title="Chứng thực nhanh bản sao từ bản chính">
      <Loaded from={catalogue}>
        {(data) => {
          const entry =
            data.entries.find((e) => e.procedure.resolvedAtDesk && e.procedure.fees.some((f) => f.unit === 'trang')) ??
            data.entries.find((e) => e.procedure.code === '2.000815');
          return entry ? (
            <CertifyWork entry={entry} calendar={data.calendar} signers={data.signers} />
          ) : (
            <EmptyState icon="stamp" title="Quầy này không nhận chứng thực bản sao hôm nay">
              Thủ tục chứng thực bản sao từ bản chính không có trong danh mục chuyển giao của quầy.
            </EmptyState>
          );
        }}
      </Loaded>
    </Screen>
  );
};
