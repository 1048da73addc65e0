import { createPool } from '#server/db/pool.ts';
const pool = createPool(process.argv[2]!, 1);
console.table((await pool.query(process.argv[3]!)).rows); await pool.end();
