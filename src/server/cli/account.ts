import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { ROLES } from '#core/organisation/organisation.ts';
import { whoHash } from '../http/guess-limit.ts';
import { secretsFrom } from '../secrets.ts';
import { hashSecret } from '../session/secret-hash.ts';
import { findAccountId, forgetGuesses, insertAccount, listAccounts, listLocked, setPassword, type AccountLine } from './account.sql.ts';
import { performByHand } from './by-hand.ts';
import type { CliContext } from './context.ts';
import { onceUsedPassword } from './once-used-password.ts';
import { done, neededOption, refused, textOption, usageError, type Arguments, type Command, type Outcome } from './command.ts';

/** What wrong guesses are counted under: the sign-in by name, from one place and from all, the PIN by account. */
const subjectsOf = async (context: CliContext, account: { readonly login: string; readonly accountId: string }): Promise<readonly Buffer[]> => {
  const { guessKey } = secretsFrom(await context.masterKey());
  return [
    whoHash(guessKey, 'sign-in', account.login), whoHash(guessKey, 'sign-in-anywhere', account.login), whoHash(guessKey, 'pin', account.accountId),
  ];
};

const stateOf = (account: AccountLine, lockedUntil: string | null): string =>
  [account.disabled ? 'đã ngừng' : '', lockedUntil === null ? '' : `khóa đến ${lockedUntil}`, account.mustChangePassword ? 'phải đổi mật khẩu' : '']
    .filter((part) => part !== '')
    .join(', ') || 'dùng được';

const list: Command = {
  name: 'account list',
  usage: '--world TÊN',
  summary: 'Các tài khoản và tình trạng',
  takes: [0, 0],
  run: async (context, args) => {
    const { pool, row } = await context.world(context.oneWorldOf(args));
    const locked = await listLocked(pool, row.provinceId);
    const accounts = await Promise.all(
      (await listAccounts(pool, row.provinceId)).map(async (account) => {
        const subjects = await subjectsOf(context, account);
        return { ...account, lockedUntil: subjects.map((subject) => locked.get(subject.toString('hex'))).find((until) => until) ?? null };
      }),
    );
    return done({ accounts }, ...accounts.map((account) =>
      [account.login, account.fullName, account.title, account.roles.join(' '), stateOf(account, account.lockedUntil)].join(' · ')));
  },
};

const add: Command = {
  name: 'account add',
  usage: 'TÊN-ĐĂNG-NHẬP --name "Họ và tên" --title "Chức danh" --role VAI --unit ĐƠN-VỊ [--desk QUẦY] --world TÊN',
  summary: 'Thêm tài khoản với mật khẩu dùng một lần',
  details: [`VAI: ${ROLES.join(', ')}.`],
  options: { name: { type: 'string' }, title: { type: 'string' }, role: { type: 'string' }, unit: { type: 'string' }, desk: { type: 'string' } },
  takes: [1, 1],
  run: async (context, args) => {
    const login = (args.positionals[0] ?? '').normalize('NFC').toLowerCase();
    if (!/^[a-z0-9][a-z0-9._-]{1,62}$/.test(login)) throw usageError('Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch.');
    const role = neededOption(args, 'role');
    if (!(ROLES as readonly string[]).includes(role)) throw usageError(`Không có vai "${role}"; có: ${ROLES.join(', ')}.`);
    const password = onceUsedPassword();
    const account = {
      accountId: randomUUID(), login, fullName: neededOption(args, 'name'), title: neededOption(args, 'title'),
      passwordHash: await hashSecret(password), role, unitId: neededOption(args, 'unit'), deskId: textOption(args, 'desk'),
    };
    const open = await context.world(context.oneWorldOf(args));
    const { passwordHash: _, ...told } = account;
    try {
      await performByHand(open, {
        act: 'add-account', data: told,
        work: async (db, provinceId) => {
          await insertAccount(db, provinceId, account);
          return {};
        },
      });
    } catch (cause) {
      const { code } = cause as { code?: string };
      if (code === '23505') return refused({ login }, `Tên đăng nhập ${login} đã có người dùng.`);
      if (code === '23503') return refused({ login }, `Không có đơn vị ${account.unitId}${account.deskId === undefined ? '' : ` hoặc quầy ${account.deskId}`}.`);
      throw cause;
    }
    return done({ login, password, accountId: account.accountId }, `Đã thêm ${login}. Mật khẩu dùng một lần: ${password}`);
  },
};

type Person = { readonly login: string; readonly accountId: string };
type PersonWork = (db: PoolClient, provinceId: number, person: Person) => Promise<void>;

/** An act on one existing account; undefined when there is none of that name. */
const onAccount = async (context: CliContext, args: Arguments, act: string, work: PersonWork): Promise<string | undefined> => {
  const login = args.positionals[0] ?? '';
  const found = await performByHand(await context.world(context.oneWorldOf(args)), {
    act,
    data: { login },
    work: async (db, provinceId) => {
      const accountId = await findAccountId(db, provinceId, login);
      if (accountId === undefined) return undefined;
      await work(db, provinceId, { login, accountId });
      await forgetGuesses(db, provinceId, await subjectsOf(context, { login, accountId }));
      return {};
    },
  });
  return found === undefined ? undefined : login;
};

const noSuch = (args: Arguments): Outcome => refused({ login: args.positionals[0] }, `Không có tài khoản ${args.positionals[0]}.`);

const unlock: Command = {
  name: 'account unlock',
  usage: 'TÊN-ĐĂNG-NHẬP --world TÊN',
  summary: 'Mở khóa người nhập sai mật khẩu hoặc mã PIN nhiều lần',
  takes: [1, 1],
  run: async (context, args) => {
    const login = await onAccount(context, args, 'unlock-account', () => Promise.resolve());
    return login === undefined ? noSuch(args) : done({ login }, `Đã mở khóa ${login}.`);
  },
};

const resetPassword: Command = {
  name: 'account reset-password',
  usage: 'TÊN-ĐĂNG-NHẬP --world TÊN',
  summary: 'Đặt mật khẩu dùng một lần và kết thúc mọi phiên của người đó',
  takes: [1, 1],
  run: async (context, args) => {
    const password = onceUsedPassword();
    const passwordHash = await hashSecret(password);
    const login = await onAccount(context, args, 'reset-password', (db, provinceId, person) =>
      setPassword(db, provinceId, person.accountId, passwordHash));
    return login === undefined ? noSuch(args) : done({ login, password }, `Mật khẩu dùng một lần của ${login}: ${password}`);
  },
};

export const accountCommands: readonly Command[] = [list, add, unlock, resetPassword];
