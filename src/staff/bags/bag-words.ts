// A bag in words.
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import type { BagRow } from '#wire/bags.wire.ts';

export const bagName = ({ label }: Pick<BagRow, 'label'>): string => `Túi ${bagLabelInGroups(label)}`;
export const otherEnd = ({ direction, deskName, agencyName }: BagRow, end: 'giver' | 'taker'): string => ((direction === 'to-agency') === (end === 'giver') ? agencyName : deskName);
export const contentWord = ({ direction }: Pick<BagRow, 'direction'>): string => (direction === 'to-agency' ? 'hồ sơ' : 'kết quả');
/** What lies in it, in words: '50 hồ sơ và giấy tờ bổ sung của 2 hồ sơ'. */
export const insideWords = (bag: Pick<BagRow, 'direction' | 'dossierCount' | 'followCount'>): string => {
  const own = bag.dossierCount - bag.followCount;
  const parts = [...(own > 0 || bag.followCount === 0 ? [`${own} ${contentWord(bag)}`] : []), ...(bag.followCount > 0 ? [`giấy tờ bổ sung của ${bag.followCount} hồ sơ`] : [])];
  return parts.join(' và ');
};
export const STAND_WORDS: Readonly<Record<BagRow['stands'], string>> = { open: 'Đang cho hồ sơ vào', closed: 'Đã niêm phong, chờ bàn giao', sent: 'Đã bàn giao, chờ ký nhận', received: 'Đã ký nhận', lost: 'Đã báo thất lạc', 'given-up': 'Đã mất, giấy tờ cấp lại' };
