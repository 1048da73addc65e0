// How whoever takes the outcome signs for it: on paper, on the screen, or by fingerprint.
import { RadioGroup } from '../../design/choices.tsx';
import { Panel } from '../../design/frames.tsx';
import { type Signed, SignaturePad } from '../../signature/signature-pad.tsx';
import { newSigning } from '../signing-draft.ts';
import { SigningFields } from '../signing.tsx';
import type { ReturnDraft } from './return-draft.ts';

type HowSignedProps = {
  readonly draft: ReturnDraft;
  readonly onChange: (next: Partial<ReturnDraft>) => void;
  readonly onDrawn: (signed: Signed | undefined) => void;
  /** A signature of an act that is being put right is kept unless another is drawn. */
  readonly wasSigned: boolean;
  readonly errors: Readonly<Record<string, string>>;
};

export const HowSigned = ({ draft, onChange, onDrawn, wasSigned, errors }: HowSignedProps) => (
  <Panel title="3. Ký nhận">
    <div className="stack">
      <RadioGroup
        legend="Cách ký"
        hideLegend
        value={draft.signing ? 'fingerprint' : draft.signedOnPaper ? 'paper' : 'screen'}
        onValue={(v) => {
          onDrawn(undefined);
          onChange({ signedOnPaper: v !== 'screen', drawn: false, signing: v === 'fingerprint' ? newSigning() : undefined });
        }}
        choices={[
          { value: 'paper', label: 'Đã ký trên giấy, sổ' },
          { value: 'screen', label: 'Ký trên màn hình' },
          { value: 'fingerprint', label: 'Không ký được: điểm chỉ trên giấy, sổ' },
        ]}
      />
      {draft.signing && <SigningFields draft={draft.signing} onChange={(signing) => onChange({ signing })} witnessesAsked={0} errors={errors} />}
      {!draft.signedOnPaper && wasSigned && <p className="soft">Chữ ký đã ký lần trước được giữ; ký lại vào khung nếu đổi người nhận.</p>}
      {!draft.signedOnPaper && (
        <SignaturePad
          onSigned={(signed) => {
            onDrawn(signed);
            const isDrawn = signed !== undefined || wasSigned;
            if (isDrawn !== draft.drawn) onChange({ drawn: isDrawn });
          }}
        />
      )}
    </div>
  </Panel>
);
