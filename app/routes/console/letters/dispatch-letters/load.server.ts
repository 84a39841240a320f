import { mayDo } from "#app/domain/access/organizer.ts";
import { countOpenings, openLetters } from "#app/domain/outgoing/dispatches/drafting/open-letters.server.ts";
import { findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { pageAddress, readCursor } from "./address.ts";

/** Loads a page of a dispatch's letters as they will be sent, and records which were opened. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign, organizer, scope } = await requireCampaign(args, "view-names");
  const { db } = args.context;
  const dispatch = orNotFound(await findDispatch(db, campaign.id, args.params.dispatch ?? ""));
  const page = await openLetters(db, scope, dispatch, readCursor(args.request.url));
  return {
    ...page,
    slug: campaign.slug,
    kind: dispatch.kind,
    number: dispatch.number,
    publicId: dispatch.publicId,
    at: pageAddress(readCursor(args.request.url)),
    me: organizer.organizerId,
    openings: await countOpenings(db, campaign.id, dispatch),
    mayRefuse: mayDo(campaign, "review"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type LettersPage = Awaited<ReturnType<typeof load>>;
