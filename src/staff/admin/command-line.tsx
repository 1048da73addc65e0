// A command of the server's own line, to read or to copy; the screen itself never runs it.
import { Button } from '../design/button.tsx';
import { toast } from '../design/toast.tsx';

const copy = (command: string) => {
  navigator.clipboard.writeText(command).then(() => toast('Đã chép dòng lệnh.'), () => toast('Trình duyệt không cho chép. Hãy bôi đen dòng lệnh rồi chép.', 'red'));
};

export const CommandLine = ({ command }: { readonly command: string }) => (
  <div className="command">
    <code>{command}</code>
    {/* the clipboard exists only on https and localhost */}
    {window.isSecureContext && <Button onClick={() => copy(command)} aria-label={`Chép dòng lệnh ${command}`}>Chép</Button>}
  </div>
);
