import { formatMoney } from '#core/kernel/format.ts';
import type { Person } from '#core/people/person.ts';
import type { EFormField } from '#core/procedure/procedure.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { Panel } from '../design/frames.tsx';
import { showDate } from '../design/typed-date.ts';
import { fullMoment } from '../words/moment-words.ts';
import { signingWords } from '../words/signing-words.ts';
import { addressWords, feeWords, IDENTITY_LABELS } from '../words/person-words.ts';

const RELATIONS = {
  family: 'người thân trong gia đình',
  authorisation: 'được ủy quyền',
  'introduction-letter': 'theo giấy giới thiệu',
  'legal-representative': 'đại diện theo pháp luật',
} as const;

const PersonFacts = ({ person }: { readonly person: Person }) => (
  <dl className="facts">
    {person.organisationName && (
      <>
        <dt>Tổ chức</dt>
        <dd>{person.organisationName}</dd>
      </>
    )}
    <dt>Họ và tên</dt>
    <dd>
      <strong>{person.fullName}</strong>
    </dd>
    <dt>{IDENTITY_LABELS[person.identity.kind]}</dt>
    <dd>
      {person.identity.number || '–'}
      {person.identity.issuedOn && <> · cấp ngày {showDate(person.identity.issuedOn)}</>}
      {person.identity.issuedBy && <> · {person.identity.issuedBy}</>}
      {person.identity.reason && <div className="faint">{person.identity.reason}</div>}
    </dd>
    {person.birthDate && (
      <>
        <dt>Ngày sinh</dt>
        <dd>{showDate(person.birthDate)}</dd>
      </>
    )}
    {person.sex && (
      <>
        <dt>Giới tính</dt>
        <dd>{person.sex === 'male' ? 'Nam' : 'Nữ'}</dd>
      </>
    )}
    <dt>Địa chỉ</dt>
    <dd>{addressWords(person.address)}</dd>
    <dt>Điện thoại</dt>
    <dd>{person.phone ?? <span className="faint">không có</span>}</dd>
  </dl>
);

const answerWords = (field: EFormField | undefined, value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  const at = field?.enum?.indexOf(String(value)) ?? -1;
  if (at >= 0) return field?.enumTitles?.[at] ?? String(value);
  return field?.format === 'date' ? showDate(String(value)) : String(value);
};

export const AnswersPart = ({ view }: { readonly view: DossierView }) => {
  const form = view.procedure.eForm;
  const groups =
    form?.groups ?? (Object.keys(view.answers).length > 0 ? [{ title: 'Nội dung khai', fields: Object.keys(view.answers) }] : []);
  return (
    <>
      {groups.map((group) => {
        const filled = group.fields.filter((name) => view.answers[name] !== undefined);
        return filled.length === 0 ? null : (
          <Panel key={group.title} title={group.title}>
            <dl className="facts">
              {filled.map((name) => (
                <Answer
                  key={name}
                  title={form?.properties[name]?.title ?? name}
                  value={answerWords(form?.properties[name], view.answers[name] ?? '')}
                />
              ))}
            </dl>
          </Panel>
        );
      })}
    </>
  );
};
const Answer = ({ title, value }: { readonly title: string; readonly value: string }) => (
  <>
    <dt>{title}</dt>
    <dd>{value}</dd>
  </>
);

export const PeoplePart = ({ view }: { readonly view: DossierView }) => {
  const { applicant, owner, representation } = view.parties;
  return (
    <div className="stack">
      <Panel title={owner ? 'Người nộp' : 'Người nộp, chủ hồ sơ'}>
        <PersonFacts person={applicant} />
        {representation && (
          <p className="soft">
            Nộp thay: {representation.relation}, {RELATIONS[representation.kind]}
            {representation.paperNumber && <> số {representation.paperNumber}</>}
            {representation.paperDate && <> ngày {showDate(representation.paperDate)}</>}.
          </p>
        )}
      </Panel>
      {owner && (
        <Panel title="Chủ hồ sơ">
          <PersonFacts person={owner} />
        </Panel>
      )}
      <AnswersPart view={view} />
    </div>
  );
};

export const HandsPart = ({ view }: { readonly view: DossierView }) => (
  <Panel title="Tiếp nhận và trả">
    <dl className="facts">
      <dt>Tiếp nhận</dt>
      <dd>
        {fullMoment(view.receivedAt)} · {view.deskName}
        {view.lateEntry && (
          <div className="faint">
            nhập sau từ sổ giấy số {view.lateEntry.bookletNumber}: {view.lateEntry.reason}
          </div>
        )}
      </dd>
      {signingWords(view.signing) && (
        <>
          <dt>Người nộp</dt>
          <dd>{signingWords(view.signing)}</dd>
        </>
      )}
      <dt>Người tiếp nhận</dt>
      <dd>{view.hands.receiverName}</dd>
      {view.hands.assistantName && (
        <>
          <dt>Người hỗ trợ</dt>
          <dd>{view.hands.assistantName}</dd>
        </>
      )}
      {view.helpedAtUnitName && (
        <>
          <dt>Nơi hỗ trợ</dt>
          <dd>{view.helpedAtUnitName}</dd>
        </>
      )}
      <dt>Trường hợp</dt>
      <dd>
        {view.caseName} · {view.setCount} bộ
      </dd>
      <dt>Nhận kết quả</dt>
      <dd>
        {view.returnWish.kind === 'at-desk'
          ? 'tại quầy'
          : view.returnWish.kind === 'online'
            ? 'trực tuyến'
            : `tại nhà: ${view.returnWish.address} · ${view.returnWish.phone}`}
      </dd>
      {view.returned && (
        <>
          <dt>Đã trả</dt>
          <dd>
            {fullMoment(view.returned.at)} cho {view.returned.receiver.fullName} · {view.returned.byName}
            {!view.returned.receiptShown && <div className="faint">{view.returned.lostReceiptNote}</div>}
          </dd>
        </>
      )}
    </dl>
  </Panel>
);

export const FeesPart = ({ view }: { readonly view: DossierView }) => (
  <Panel title="Phí, lệ phí" flush={view.fees.length > 0}>
    {view.fees.length === 0 ? (
      <p className="soft">Không thu phí, lệ phí.</p>
    ) : (
      <table className="table">
        <caption className="hidden-label">Phí, lệ phí của hồ sơ</caption>
        <thead>
          <tr>
            <th scope="col">Khoản</th>
            <th scope="col" className="number">
              Tiền
            </th>
          </tr>
        </thead>
        <tbody>
          {view.fees.map((f) => (
            <tr key={f.lineNo}>
              <td>
                {feeWords(f.kind, f.name).join('')}
                <div className="faint">
                  {f.exemption ? `Miễn: ${f.exemption}` : f.collected ? 'đã thu' : 'chưa thu'} · nộp {f.payeeName}
                </div>
              </td>
              <td className="number">{formatMoney(f.amount)}</td>
            </tr>
          ))}
          <tr className="total-row">
            <td>Tổng</td>
            <td className="number">{formatMoney(view.totalFee)}</td>
          </tr>
        </tbody>
      </table>
    )}
  </Panel>
);
