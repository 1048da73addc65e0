// The courier's home: what stands true for this role today.
import { useMe } from '../api/session.ts';
import { EmptyState, Panel, Screen } from '../design/frames.tsx';
import '../admin/admin.css';

export const CourierHomeScreen = () => {
  const { account, assignments } = useMe();
  const unit = assignments.find((one) => one.role === 'courier')?.unitName;
  return (
    <Screen title="Chuyến thư">
      <div className="stack narrow-screen">
        <Panel>
          <EmptyState icon="check" title="Hôm nay ông/bà không có việc nào trên màn hình này">
            Hồ sơ và kết quả hiện đi giữa quầy và cơ quan theo biên bản giao nhận bằng giấy, ký tại nơi giao và nơi nhận. Bưu tá chưa phải xác nhận gì trên máy.
          </EmptyState>
        </Panel>
        <Panel title="Người đang đăng nhập">
          <dl className="facts"><dt>Họ và tên</dt><dd>{account.fullName}</dd><dt>Chức danh</dt><dd>{account.title}</dd>{unit && <><dt>Đơn vị</dt><dd>{unit}</dd></>}</dl>
        </Panel>
        <p className="soft">Người dân hỏi về hồ sơ: mời xem <a href="/tra-cuu">trang tra cứu</a> bằng mã trên giấy hẹn và bốn số cuối điện thoại hoặc giấy tờ tùy thân.</p>
      </div>
    </Screen>
  );
};
