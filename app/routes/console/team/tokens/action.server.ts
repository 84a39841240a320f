import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { TokenForm } from "#app/domain/access/tokens/api-token.ts";
import { makeToken } from "#app/domain/access/tokens/make-token.server.ts";
import { revokeToken } from "#app/domain/access/tokens/revoke-token.server.ts";
import { type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

const TokenIntent = z.object({ intent: z.enum(["make", "revoke"], "missing"), token: z.uuid().optional() });

const refused = (errors: FieldError[], values: TypedValues, status = 422) =>
  data({ refused: null, errors, values, made: null }, { status });
const gone = () => data({ refused: "gone", errors: [], values: {}, made: null }, { status: 404 });

/** Makes a token and shows it once (`make`), or ends one (`revoke`). */
export async function act(args: ActionFunctionArgs) {
  const { campaign, organizer, scope, actor } = await requireCampaign(args, "view");
  const { db } = args.context;
  const pressed = await parseForm(args.request, TokenIntent);
  if (!pressed.ok) return gone();
  if (pressed.value.intent === "revoke") {
    const whose = mayDo(campaign, "manage") ? null : organizer.organizerId;
    const which = { campaignId: campaign.id, publicId: pressed.value.token ?? "", actor, organizerId: whose };
    const ended = pressed.value.token !== undefined && (await revokeToken(db, which));
    return ended ? redirect(`/organize/c/${campaign.slug}/tokens?done=ended`, 303) : gone();
  }

  const form = await parseForm(args.request, TokenForm, ["scope"]);
  if (!form.ok) return refused(form.errors, form.values);
  const asked = await reauthenticate(args, organizer, { kind: "token", campaignId: campaign.id });
  if (asked) return asked;
  const { name, scope: scopes, days } = form.value;
  const made = await makeToken(db, { ...scope, actor, name, scopes, days });
  if (made.outcome === "made") {
    const { token, expiresAt } = made;
    const madeToken = { token, name, expiresAt: expiresAt.toISOString() };
    return data({ refused: null, errors: [], values: {}, made: madeToken });
  }
  const field = made.outcome === "no-right" ? "scope" : "name";
  return refused([{ field, code: made.outcome }], form.values, made.outcome === "no-right" ? 403 : 409);
}
