// 'Giấy chứng sinh (01 bản chính); Tờ khai (01 bản chính)': one complete list, in the law's words.
import type { MissingPaper } from '#core/procedure/missing-papers.ts';

const two = (count: number): string => String(count).padStart(2, '0');

export const missingInWords = (papers: readonly MissingPaper[]): string =>
  papers.map((paper) => {
    const forms = [
      ...(paper.original > 0 ? [`${two(paper.original)} bản chính${paper.shownOnly ? ' để đối chiếu' : ''}`] : []),
      ...(paper.certifiedCopy > 0 ? [`${two(paper.certifiedCopy)} bản sao có chứng thực`] : []),
      ...(paper.plainCopy > 0 ? [`${two(paper.plainCopy)} bản chụp`] : []),
    ];
    return `${paper.name} (${forms.join(', ')})`;
  }).join('; ');
