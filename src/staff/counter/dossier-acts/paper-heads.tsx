/** Over the boxes of PaperRow, for the eye; each box says its own name. */
export const PaperHeads = ({ what }: { readonly what: string }) => (
  <li className="paper-row paper-heads" aria-hidden="true">
    <span>{what}</span>
    <span className="paper-counts">
      <span>Bản chính</span>
      <span>Bản sao (chứng thực)</span>
      <span>Bản chụp</span>
    </span>
    <span className="paper-scans">Quét</span>
  </li>
);
