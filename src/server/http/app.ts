// The web server of one world, without its slices: what every request passes through, in order.
import cookie from '@fastify/cookie';
import { fastify, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { speakVietnamese } from '#wire/field-messages.ts';
import { type FindActor, guardAccess } from './access.ts';
import { compressTexts } from './compress.ts';
import { describeApi, openApiRoute } from './openapi.ts';
import { listApiRoutes } from './api-routes.ts';
import { type FaultPage, mapProblems } from './problem-mapper.ts';
import { limitAll } from './rate-limit.ts';
import { loggerOptions, type LogStream, logRequests, traceId } from './request-log.ts';
import type { App, Deps } from './route.ts';
import { sendProblem } from './problem.ts';
import { bareHeaders, setSecurityHeaders } from './security-headers.ts';
import { serveStaffApp } from './staff-app.ts';

const BODY_LIMIT_BYTES = 1_048_576; // files come by multipart, with a limit of their own

export type AppParts = {
  readonly deps: Deps;
  readonly cookieName: string;
  readonly findActor: FindActor;
  /** Citizen pages answer faults in HTML. */
  readonly isPage: (url: string) => boolean;
  readonly faultPage: FaultPage;
  /** Where log lines go; standard output unless told. */
  readonly logStream?: LogStream;
};

/** Answers under way are finished; after that a client that keeps its line open does not keep the server open. */
const CLOSE_GRACE_MILLISECONDS = 3_000;

export const buildApp = async ({ deps, cookieName, findActor, isPage, faultPage, logStream }: AppParts): Promise<App> => {
  const { settings, world } = deps;
  speakVietnamese();
  const app: App = fastify({
    logger: loggerOptions(settings.logLevel, logStream),
    logController: new LogController({ disableRequestLogging: true }), // ours names no addresses
    genReqId: traceId,
    requestIdHeader: false,
    trustProxy: settings.trustProxy,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 300_000, // photos of papers from a telephone on a slow line
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, request, reply) => {
      void reply.headers(bareHeaders());
      if (isPage(request.url)) faultPage(request, reply, 'bad-request');
      else sendProblem(request, reply, 'bad-request');
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), CLOSE_GRACE_MILLISECONDS).unref();
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  mapProblems(app, isPage, faultPage);
  logRequests(app, world.name);
  await setSecurityHeaders(app, settings.secure);
  await app.register(cookie);
  await limitAll(app, settings);
  guardAccess(app, cookieName, findActor);
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
  compressTexts(app);
  listApiRoutes(app);
  await describeApi(app);
  openApiRoute(app);
  await serveStaffApp(app, settings.staffAppFolder);
  return app;
};
