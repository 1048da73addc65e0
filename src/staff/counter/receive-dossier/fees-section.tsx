// Phí and lệ phí are two legal kinds: two blocks, two sums. What no source gives is not collected.
import { formatInteger, formatMoney } from '#core/kernel/format.ts';
import { feeItemsFor, feeLines, feeTotals } from '#core/fees/fee-lines.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import type { FeeItem, ProcedureVersion } from '#core/procedure/procedure.ts';
import { Check } from '../../design/choices.tsx';
import { SelectField } from '../../design/field.tsx';
import { feeWords } from '../../words/person-words.ts';
import type { Messages } from './draft-checks.ts';
import type { FeeDraft, ReceiveDraft } from './draft.ts';
import { toFees } from './draft-command.ts';
import { PostingFields } from './posting-fields.tsx';
import type { Patch } from './use-draft.ts';

const NOTHING: FeeDraft = { quantity: 0, exemption: '', collected: true };

const FeeRow = ({
  item,
  fee,
  onFee,
}: {
  readonly item: FeeItem;
  readonly fee: FeeDraft;
  readonly onFee: (change: Partial<FeeDraft>) => void;
}) => {
  const [kind, rest] = feeWords(item.kind, item.name);
  const amount = fee.exemption !== '' ? 0 : (item.amount ?? 0) * fee.quantity;
  return (
    <tr>
      <td data-head="Khoản thu">
        <strong>{kind}</strong>
        {rest}
        {item.note && <div className="faint">{item.note}</div>}
        {item.amount === undefined && (
          <div className="field-warning">Chưa có mức thu từ nguồn chính thức: chưa thu được tại đây.</div>
        )}
      </td>
      <td className="number" data-head="Mức">
        {item.amount === undefined ? '–' : `${formatInteger(item.amount)}${item.unit ? `/${item.unit}` : ''}`}
      </td>
      <td className="number" data-head="Số lượng">
        <input
          className="input input-count"
          aria-label={`Số lượng: ${item.name}`}
          inputMode="numeric"
          disabled={item.amount === undefined}
          value={String(fee.quantity)}
          data-prefilled=""
          onChange={(e) => onFee({ quantity: Math.min(9999, Number(e.target.value.replace(/\D/g, '') || 0)) })}
        />
      </td>
      <td data-head="Miễn, giảm">
        {(item.exemptions ?? []).length > 0 && item.amount !== undefined ? (
          <SelectField
            label={`Miễn, giảm: ${item.name}`}
            hideLabel
            value={fee.exemption}
            onValue={(exemption) => onFee({ exemption })}
            placeholder="Không"
            data-prefilled=""
            options={(item.exemptions ?? []).map((e) => ({ value: e, label: e }))}
          />
        ) : (
          <span className="faint">không có</span>
        )}
      </td>
      <td className="number" data-head="Thành tiền">
        {formatInteger(amount)}
      </td>
      <td data-head="Đã thu">
        <span data-enter="skip">
          <Check
            label={`Đã thu: ${item.name}`}
            checked={fee.collected && amount > 0}
            disabled={amount === 0}
            onChecked={(collected) => onFee({ collected })}
          />
        </span>
      </td>
    </tr>
  );
};

export const draftTotals = (draft: ReceiveDraft, procedure: ProcedureVersion) => {
  const lines = feeLines(procedure.fees, toFees(draft), '' as UnitId);
  return feeTotals(lines.ok ? lines.value : []);
};

type FeesProps = { readonly draft: ReceiveDraft; readonly patch: Patch; readonly procedure: ProcedureVersion };

export const FeesSection = ({ errors, ...props }: FeesProps & { readonly errors: Messages }) => (
  <>
    <FeesTable {...props} />
    {props.draft.byPost && <PostingFields draft={props.draft} patch={props.patch} errors={errors} />}
  </>
);

export const FeesTable = ({ draft, patch, procedure }: FeesProps) => {
  const items = feeItemsFor(procedure.fees, draft.byPost ? 'post' : 'counter');
  const totals = draftTotals(draft, procedure);
  const onFee = (feeId: string, change: Partial<FeeDraft>) =>
    patch((d) => ({ fees: { ...d.fees, [feeId]: { ...(d.fees[feeId] ?? NOTHING), ...change } } }));
  if (items.length === 0)
    return (
      <p>
        Thủ tục này <strong>không thu phí, lệ phí</strong>.{!draft.byPost && ' Bấm Enter để sang bước tiếp.'}
      </p>
    );
  return (
    <>
      <table className="table stackable">
        <caption className="hidden-label">Phí, lệ phí của hồ sơ</caption>
        <thead>
          <tr>
            <th scope="col">Khoản thu</th>
            <th scope="col" className="number">
              Mức (đồng)
            </th>
            <th scope="col" className="number">
              Số lượng
            </th>
            <th scope="col">Miễn, giảm</th>
            <th scope="col" className="number">
              Thành tiền
            </th>
            <th scope="col">Đã thu</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <FeeRow
              key={item.feeId}
              item={item}
              fee={draft.fees[item.feeId] ?? NOTHING}
              onFee={(change) => onFee(item.feeId, change)}
            />
          ))}
        </tbody>
      </table>
      <p className="row-end" aria-live="polite">
        {totals.fee > 0 && (
          <span>
            Phí: <strong>{formatMoney(totals.fee)}</strong>
          </span>
        )}
        {totals.charge > 0 && (
          <span>
            Lệ phí: <strong>{formatMoney(totals.charge)}</strong>
          </span>
        )}
        <span>
          Tổng thu: <strong>{formatMoney(totals.total)}</strong>
        </span>
      </p>
    </>
  );
};
