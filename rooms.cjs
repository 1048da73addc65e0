// Who may import whom: a whitelist of rooms, each rule with its reason. Read by `npm run check`.
// Rooms are told apart by climate: pure (core, wire, documents), server, browser, outside world.
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$|\\.bench\\.ts$' },
  to: { pathNot: allowed, dependencyTypesNot: ['type-only'] },
});

/** A slice is a folder of verbs under server/<side>; two slices never know each other. */
const SIDES = 'desk|office|public|admin|session|courier|reports';

module.exports = {
  forbidden: [
    { name: 'no-circular', comment: 'A cycle means two rooms are one.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    only('core-is-pure', 'The law as functions: no outside at all.', '^src/core/', '^src/core/'),
    only('wire-knows-core', 'Schemas yield core types and nothing else.', '^src/wire/', '^src/(core|wire)/|node_modules/zod'),
    only('documents-are-pure', 'A paper is a function of its payload.', '^src/documents/', '^src/(core|documents)/|node_modules/(qrcode|bwip-js)'),
    { name: 'staff-never-imports-server', comment: 'The browser asks over the wire.', severity: 'error', from: { path: '^src/staff/' }, to: { path: '^src/(server|adapters|public)/|^node:' } },
    { name: 'server-never-imports-staff', comment: 'The screens are built apart.', severity: 'error', from: { path: '^src/(server|adapters)/' }, to: { path: '^src/staff/' } },
    { name: 'adapters-stand-alone', comment: 'One outside system per folder; they know neither each other nor the server. How another house is asked stands in over-tls.', severity: 'error', from: { path: '^src/adapters/([^/]+)/' }, to: { path: '^src/(server|staff|public|documents)/|^src/adapters/(?!$1/|over-tls/)' } },
    { name: 'ports-as-types', comment: 'Only main.ts and start.ts name concrete adapters; slices know the port.', severity: 'error', from: { path: '^src/server/', pathNot: '^src/server/(main|start)\\.ts$|^src/server/cli/|\\.test\\.ts$' }, to: { path: '^src/adapters/', pathNot: '/port\\.ts$' } },
    { name: 'public-pages-are-plain', comment: 'Citizen pages import core, wire and the template only.', severity: 'error', from: { path: '^src/public/', pathNot: '\\.test\\.ts$' }, to: { pathNot: '^src/(core|wire|public)/' } },
    { name: 'slices-keep-apart', comment: 'They share through core, or through an outbox row.', severity: 'error', from: { path: `^src/server/(${SIDES})/`, pathNot: '\\.test\\.ts$' }, to: { path: `^src/server/(${SIDES})/`, pathNot: '^src/server/$1/|^src/server/session/' } },
    { name: 'only-http-knows-fastify', comment: 'Routes and http/ know the web framework, nobody else.', severity: 'error', from: { path: '^src/', pathNot: '^src/server/(http|public|session)/|\\.routes?\\.ts$|^src/server/(main|start)\\.ts$|\\.test\\.ts$' }, to: { path: 'node_modules/(@fastify|fastify)', dependencyTypesNot: ['type-only'] } },
    { name: 'not-from-tests', comment: 'The product never leans on tests or the demo.', severity: 'error', from: { path: '^src/', pathNot: '\\.test\\.tsx?$|^src/server/(start\\.ts|cli/)' }, to: { path: '^(testing|demo|bench|e2e|tools)/' } },
    { name: 'nothing-unresolved', comment: 'A wrong path must not pass for an allowed one.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$|virtual:' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'], conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'], mainFields: ['module', 'main'] },
  },
};
