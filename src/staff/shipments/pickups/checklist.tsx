// The published list of papers, and what was counted of it at home where that is known.
import type { DeskPickup } from '#wire/courier-desk.wire.ts';

const FORM_WORDS = { original: 'bản chính', 'certified-copy': 'bản sao có chứng thực', 'plain-copy': 'bản chụp' } as const;

type Item = Pick<DeskPickup['checklist'][number], 'itemId' | 'name' | 'required' | 'original' | 'certifiedCopy' | 'plainCopy' | 'shownOnly' | 'note'>;

const wanted = ({ original, certifiedCopy, plainCopy, shownOnly, required }: Item): string => {
  const forms = ([['original', original], ['certified-copy', certifiedCopy], ['plain-copy', plainCopy]] as const).filter(([, count]) => count > 0);
  return [forms.map(([form, count]) => `${count} ${FORM_WORDS[form]}`).join(', '), shownOnly ? 'chỉ xuất trình' : '', required ? '' : 'nếu có'].filter((part) => part !== '').join(' · ');
};

export const Checklist = ({ title, items }: { readonly title: string; readonly items: readonly Item[] }) => (
  <section className="stack-tight">
    <h3>{title}</h3>
    {items.length === 0 ? <p className="soft">Thủ tục này chưa công bố thành phần hồ sơ.</p> : (
      <ul>{items.map((item) => <li key={item.itemId}>{item.name} <span className="faint">{wanted(item)}{item.note !== undefined && ` · ${item.note}`}</span></li>)}</ul>
    )}
  </section>
);

export const CountedPapers = ({ papers }: { readonly papers: NonNullable<DeskPickup['papers']> }) => (
  <section className="stack-tight">
    <h3>Bưu tá đã đếm cùng người gửi</h3>
    <ul>{papers.map(({ name, form, count }) => <li key={`${name} ${form}`}>{name} <span className="faint">{count} {FORM_WORDS[form]}</span></li>)}</ul>
  </section>
);
