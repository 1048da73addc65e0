import { formatMoment, formatMoney } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';

export type NewReceipt = {
  readonly procedureName: string;
  readonly caseName: string;
  readonly agencyName: string;
  readonly applicant: string;
  readonly receivedAt: Moment;
  readonly due: Moment | undefined;
  readonly totalFee: number;
};

/** The receipt in the citizen's hand and the one she will get, line by line. */
export const OldAndNew = ({ view, now }: { readonly view: DossierView; readonly now: NewReceipt }) => {
  const noDue = view.regime === 'public-post' ? 'tính từ khi ký biên bản giao nhận' : 'chưa tính được';
  const moment = (at: Moment | undefined) => (at ? formatMoment(at) : noDue);
  const lines = [
    ['Thủ tục', view.procedure.name, now.procedureName],
    ['Trường hợp', view.caseName, now.caseName],
    ['Cơ quan giải quyết', view.agencyName, now.agencyName],
    ['Người nộp', view.parties.applicant.fullName, now.applicant],
    ['Tiếp nhận', moment(view.receivedAt), moment(now.receivedAt)],
    ['Hẹn trả', moment(view.due?.due), moment(now.due)],
    ['Phí, lệ phí', formatMoney(view.totalFee), formatMoney(now.totalFee)],
  ] as const;
  return (
    <table className="table old-new">
      <caption className="hidden-label">Giấy đã cấp và giấy cấp lại</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden-label">Mục</span>
          </th>
          <th scope="col">Giấy đã cấp</th>
          <th scope="col">Giấy cấp lại</th>
        </tr>
      </thead>
      <tbody>
        {lines
          .filter(([what, before, after]) => before !== after || what === 'Hẹn trả' || what === 'Thủ tục')
          .map(([what, before, after]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{before}</td>
              <td>{before === after ? <span className="faint">không đổi</span> : <strong>{after}</strong>}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
};
