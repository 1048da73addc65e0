// A person and an agency as papers write them.
import { formatDate } from '#core/kernel/format.ts';
import type { IdentityPaper, Parties, Person } from '#core/people/person.ts';
import type { PartyLine } from './parts.ts';

const IDENTITY_NAMES: Readonly<Record<Exclude<IdentityPaper['kind'], 'none'>, string>> = {
  'identity-card-2024': 'Thẻ căn cước',
  'citizen-card': 'Căn cước công dân',
  'old-identity-card': 'Chứng minh nhân dân',
  'personal-number': 'Số định danh cá nhân',
  passport: 'Hộ chiếu',
  'identity-certificate': 'Giấy chứng nhận căn cước',
  'electronic-identity': 'Căn cước điện tử',
  'other-photo-paper': 'Giấy tờ có ảnh',
};

/** 'Chứng minh nhân dân số 183456789, cấp ngày 12/03/2010, nơi cấp: Công an tỉnh Hà Tĩnh'. */
export const identityText = (paper: IdentityPaper): string | undefined => {
  if (paper.kind === 'none' || paper.number === '') return undefined;
  const name = paper.kind === 'personal-number' ? `Số định danh cá nhân ${paper.number}` : `${IDENTITY_NAMES[paper.kind]} số ${paper.number}`;
  return [
    name,
    ...(paper.issuedOn === undefined ? [] : [`cấp ngày ${formatDate(paper.issuedOn)}`]),
    ...(paper.issuedBy === undefined ? [] : [`nơi cấp: ${paper.issuedBy}`]),
  ].join(', ');
};

export const addressText = ({ line, communeName, districtName, provinceName }: Person['address']): string =>
  [line, communeName, districtName, provinceName].filter((part) => part !== undefined && part !== '').join(', ');

export const partyLineOf = (person: Person): PartyLine => ({
  name: person.fullName, organisationName: person.organisationName, address: addressText(person.address),
  phone: person.phone, email: person.email, identity: identityText(person.identity),
});

export const ownerOf = (parties: Parties): Person => parties.owner ?? parties.applicant;

/** Địa danh: the last name of a place in an agency's name; 'Sở Tư pháp tỉnh Hà Tĩnh' → 'Hà Tĩnh'. */
export const placeIn = (agencyName: string): string | undefined =>
  /^.*(?:^|\s)(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|tỉnh)\s+(\S.*)$/iu.exec(agencyName)?.[1];
