// MOTCUA_TEST_PG=15 runs the database tests on the lowest major that is supported.
export const packageUnderTest = (): string | undefined => (process.env['MOTCUA_TEST_PG'] === '15' ? 'postgres15' : undefined);
