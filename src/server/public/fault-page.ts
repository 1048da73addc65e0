import type { FaultPage } from '../http/problem-mapper.ts';
import { PROBLEM_TEXTS } from '../http/problem-text.ts';
import type { World } from '../http/route.ts';

const STAFF_SIDE = /^\/(api|lam-viec)(\/|$|\?)/;

export const isPublicPage = (url: string): boolean => !STAFF_SIDE.test(url);

export const faultPage = (_world: World): FaultPage => (_request, reply, code) =>
  reply.code(PROBLEM_TEXTS[code].status).type('text/html; charset=utf-8').send(PROBLEM_TEXTS[code].title);
