// The machine-readable description of /api, made from the same schemas that guard it.
import swagger from '@fastify/swagger';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import type { App } from './route.ts';

export const describeApi = async (app: App): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Motcua', description: 'Bộ phận Một cửa tại Điểm Bưu điện - Văn hóa xã', version: '1' },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
  });
};

export const openApiRoute = (app: App): void => {
  app.get('/api/openapi.json', { config: { roles: ['administrator'] }, schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(app.swagger()));
};
