// Complaints at the desk they are about and at the post's supervisor above it: the same paths, the same acts.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { lastDayToComplain, settleDays } from '#core/complaint/complaint.ts';
import { readScanned } from '#core/custody/scanned-dossier.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { looksLikeBagLabel, parseBagLabel } from '#core/numbering/bag-label.ts';
import type { DeskId, Role } from '#core/organisation/organisation.ts';
import { documentFor } from '#documents/papers.ts';
import { addProofsBody, complaintChanged, complaintSubject, complaintSubjectQuery, complaintView, complaintsView, endComplaintBody, receiveComplaintBody } from '#wire/complaints.wire.ts';
import { id } from '#wire/fields.ts';
import { type ComplaintRefusal, complaintRefusalText } from '#wire/refusals/complaints.ts';
import { perform } from '../acts/perform.ts';
import { findSupervisedDesks } from '../couriers/supervised.sql.ts';
import { findDossierCustody } from '../custody/dossier-custody.sql.ts';
import { type DeskFacts, keepDeskFacts } from '../desk/facts/desk-facts.ts';
import { deskOf } from '../desk/facts/desk-route.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { notFound, problem, sendPerformed, sendRefusal } from '../http/problem.ts';
import type { FileDeps } from '../files/files.route.ts';
import { sendStored } from '../files/send-stored.ts';
import { type App, actContextOf, requireActor } from '../http/route.ts';
import { printPaper } from '../papers/press.ts';
import { unprintableFields } from '../papers/printable.ts';
import { type ComplaintCall, addProofsAct, endComplaintAct, isBetweenProvinces, receiveComplaintAct, takeUpComplaintAct } from './complaint.acts.ts';
import { findComplaint, findComplaints, findPaper, findTrail } from './complaints.sql.ts';
import { findProofFile, findProofs } from './proofs.sql.ts';
import { type ScannedSubject, findSubject, loadComplaintTimes } from './subject.sql.ts';

type Read = { readonly ok: true; readonly scanned: ScannedSubject } | { readonly ok: false; readonly refusal: ComplaintRefusal };
const readSubject = (typed: string): Read => {
  if (looksLikeBagLabel(typed)) {
    const label = parseBagLabel(typed);
    return label.ok ? { ok: true, scanned: { label: label.value } } : label;
  }
  const read = readScanned(typed);
  return read.ok ? { ok: true, scanned: read.value } : read;
};

type Side = { readonly path: '/api/desk' | '/api/post'; readonly of: string; readonly roles: readonly Role[]; readonly desksOf: (request: FastifyRequest) => Promise<readonly DeskId[]> };
const params = z.object({ complaintId: id() });
const proofParams = z.object({ complaintId: id(), proofNo: z.coerce.number().int().min(1).max(99) });

const sideRoutes = (app: App, deps: FileDeps & { readonly facts: DeskFacts }, { path, of, roles, desksOf }: Side): void => {
  const { pool, clock, facts, fileStore, world: { provinceId } } = deps;
  const config = { roles };
  const standOf = async (request: FastifyRequest) => {
    const now = clock.businessNow();
    return { now, today: dateOf(now), deskIds: await desksOf(request) };
  };
  const callOf = async (request: FastifyRequest): Promise<ComplaintCall<object>> => {
    const fieldErrors = unprintableFields((request.body ?? {}) as object);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    return {
      deskIds: await desksOf(request), title: requireActor(request).title,
      placeOf: async (deskId, { now }, db) => {
        const place = await facts.place(deskId, dateOf(now), { db });
        if (!place) throw notFound();
        return place;
      },
    };
  };

  app.get(`${path}/complaints`, { config, schema: { summary: `Khiếu nại dịch vụ bưu chính của ${of}, theo hạn giải quyết`, response: { 200: complaintsView } } }, async (request) => {
    const { now, today, deskIds } = await standOf(request);
    return { now, complaints: await findComplaints(pool, provinceId, deskIds, today) };
  });
  app.get(`${path}/complaints/subject`, {
    config, schema: { summary: 'Bị khiếu nại: hồ sơ, bưu gửi, túi theo mã; còn thời hiệu đến ngày nào', querystring: complaintSubjectQuery, response: { 200: complaintSubject } },
  }, async (request, reply) => {
    const { today, deskIds } = await standOf(request);
    const { scanned } = request.query;
    const read = readSubject(scanned);
    if (!read.ok) return sendRefusal(request, reply, read.refusal, complaintRefusalText);
    const found = await findSubject(pool, provinceId, deskIds, read.scanned);
    if (!found) return sendRefusal(request, reply, { kind: 'subject-unknown', scanned }, complaintRefusalText);
    const { subject, subjectCode, subjectId, deskId, deskName, transitEndsOn, zone, proofNumber } = found;
    const { times } = await loadComplaintTimes(pool, provinceId, today);
    const [lastDay, betweenProvinces] = [lastDayToComplain(transitEndsOn ?? undefined, times), isBetweenProvinces(zone)];
    return reply.send({
      subject, subjectCode, subjectId, deskId, deskName, transitEndsOn: transitEndsOn ?? undefined, lastDay, isOutOfTime: lastDay !== undefined && today > lastDay,
      betweenProvinces, settleDays: settleDays(times, betweenProvinces), proofNumber: proofNumber ?? undefined,
    });
  });
  app.get(`${path}/complaints/:complaintId`, { config, schema: { summary: 'Một khiếu nại, đường đi của giấy tờ và giấy tờ kèm theo', params, response: { 200: complaintView } } }, async (request) => {
    const { now, today, deskIds } = await standOf(request);
    const found = await findComplaint(pool, provinceId, deskIds, today, request.params.complaintId);
    if (!found) throw notFound();
    const { row, dossierIds, noticeId: _notice, ...complaint } = found;
    return {
      now, complaint: row, ...complaint, proofs: await findProofs(pool, provinceId, row.complaintId), isOutOfTime: found.lastDay !== undefined && dateOf(row.receivedAt) > found.lastDay,
      trail: { custody: await findDossierCustody(pool, provinceId, dossierIds), ...(await findTrail(pool, provinceId, dossierIds)) },
    };
  });
  for (const which of ['receipt', 'notice'] as const) {
    app.get(`${path}/complaints/:complaintId/${which}.pdf`, { config, schema: { summary: which === 'receipt' ? 'Giấy tiếp nhận khiếu nại (PDF)' : 'Thông báo giải quyết khiếu nại (PDF)', params } }, async (request, reply) => {
      const { today, deskIds } = await standOf(request);
      const found = await findComplaint(pool, provinceId, deskIds, today, request.params.complaintId);
      const paperId = which === 'receipt' ? found?.row.complaintId : found?.noticeId;
      const payload = paperId === undefined ? undefined : await findPaper(pool, provinceId, paperId);
      if (!payload) throw notFound();
      return reply.type('application/pdf').header('cache-control', 'private, no-store').send(Buffer.from(await printPaper(documentFor(payload))));
    });
  }
  app.get(`${path}/complaints/:complaintId/proofs/:proofNo`, { config, schema: { summary: 'Bản quét, ảnh chứng cứ kèm theo khiếu nại', params: proofParams } }, async (request, reply) => {
    const { complaintId, proofNo } = request.params;
    const file = await findProofFile(pool, provinceId, await desksOf(request), complaintId, proofNo);
    if (!file) throw notFound();
    return sendStored(request, reply, fileStore, file);
  });
  app.post(`${path}/complaints`, { config, schema: { summary: 'Tiếp nhận khiếu nại dịch vụ bưu chính', body: receiveComplaintBody, response: { 201: complaintChanged } } }, async (request, reply) => {
    const read = readSubject(request.body.scanned);
    if (!read.ok) return sendRefusal(request, reply, read.refusal, complaintRefusalText);
    const call = { ...(await callOf(request)), scanned: read.scanned, body: request.body };
    return sendPerformed(request, reply, await performAtDesk(pool, receiveComplaintAct, actContextOf(request, deps, receiveComplaintAct.name), call), { status: 201, refusalText: complaintRefusalText });
  });
  app.post(`${path}/complaints/:complaintId/take-up`, { config, schema: { summary: 'Nhận giải quyết khiếu nại', params, body: z.strictObject({}), response: { 200: complaintChanged } } }, async (request, reply) => {
    const call = { ...(await callOf(request)), complaintId: request.params.complaintId };
    return sendPerformed(request, reply, await perform(pool, takeUpComplaintAct, actContextOf(request, deps, takeUpComplaintAct.name), call), { refusalText: complaintRefusalText });
  });
  app.post(`${path}/complaints/:complaintId/proofs`, { config, schema: { summary: 'Bổ sung bản quét, ảnh chứng cứ vào khiếu nại chưa kết thúc', params, body: addProofsBody, response: { 200: complaintChanged } } }, async (request, reply) => {
    const call = { ...(await callOf(request)), complaintId: request.params.complaintId, body: request.body };
    return sendPerformed(request, reply, await perform(pool, addProofsAct, actContextOf(request, deps, addProofsAct.name), call), { refusalText: complaintRefusalText });
  });
  app.post(`${path}/complaints/:complaintId/end`, { config, schema: { summary: 'Ghi kết quả giải quyết hoặc từ chối khiếu nại', params, body: endComplaintBody, response: { 200: complaintChanged } } }, async (request, reply) => {
    const call = { ...(await callOf(request)), complaintId: request.params.complaintId, body: request.body };
    return sendPerformed(request, reply, await perform(pool, endComplaintAct, actContextOf(request, deps, endComplaintAct.name), call), { refusalText: complaintRefusalText });
  });
};

export const complaintRoutes = (app: App, plain: FileDeps): void => {
  const { pool, clock, world: { provinceId } } = plain;
  const deps = { ...plain, facts: keepDeskFacts(pool, provinceId) };
  sideRoutes(app, deps, { path: '/api/desk', of: 'quầy', roles: ['postal-clerk', 'commune-officer'], desksOf: async (request) => [deskOf(request, undefined)] });
  sideRoutes(app, deps, { path: '/api/post', of: 'các quầy', roles: ['post-supervisor'], desksOf: (request) => findSupervisedDesks(pool, provinceId, requireActor(request).accountId, dateOf(clock.businessNow())) });
};
