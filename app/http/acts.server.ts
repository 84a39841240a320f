import type { z } from "zod";
import { type Act, type Acts, codeOf, type EndOf } from "#app/domain/access/acts.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { isMany } from "#app/lib/form-field.ts";
import { isUuid } from "#app/lib/uuid.ts";
import { type FieldError, readBody, readFields, readTyped } from "./form.server.ts";
import { type ProofAsked, reauthenticate } from "./reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "./remix.server.ts";
import { requireCompany } from "./require-company.server.ts";
import { requireCampaign } from "./require-organizer.server.ts";
import { notFound } from "./respond.server.ts";

/** What a page shows after a button that did nothing. */
export type Answer<End> = {
  /** Null: the page has no such button. */
  act: string | null;
  /** What was typed, to fill the fields. */
  values: Record<string, string>;
  errors: FieldError[];
  /** Why not: a code that has words. */
  refused: string | null;
  /** What else the verb tells of it, such as the text that others saved. */
  end: End | null;
  /** The reauthentication that is needed first. */
  proof?: ProofAsked;
};

/** What a page knows that its noun does not. */
type Page<A extends Acts> = {
  /** What a button without `intent` does. */
  unnamed?: keyof A["all"] & string;
  /** What the page is about, if neither its path nor a field names it. */
  about?: (url: URL) => string | undefined;
  /** Where it leads, below the campaign's address. */
  leadsTo?: (args: ActionFunctionArgs, campaignId: number) => Promise<string>;
};

/** Makes the action of a noun's pages: finds the button pressed, checks who may, reads the form, does it. */
export const actionOf =
  <A extends Acts>({ noun, all }: A, { unnamed, about, leadsTo }: Page<A> = {}) =>
  async (args: ActionFunctionArgs) => {
    const { db } = args.context;
    const now = new Date();
    const body = await readBody(args.request);
    const intent = body?.getAll("intent")[0] ?? unnamed;
    const name = Object.keys(all).find((each) => each === intent);
    const act = name === undefined ? undefined : all[name];
    const right = act?.right ?? (Object.values(all)[0] as Act).right;
    const { campaign, organizer, scope, on, at } =
      act?.takes === "none" && noun.atCompany
        ? await requireCompany(args, right)
        : inCampaign(await requireCampaign(args, right));
    const values = await readTyped(args.request);
    const refuse = (answer: Partial<Answer<EndOf<A>>>, init: ResponseInit) =>
      data<Answer<EndOf<A>>>(
        { act: name ?? null, values, errors: [], refused: null, end: null, ...answer },
        init,
      );
    if (!act) return refuse({ refused: "unreadable" }, { status: 422 });

    const { id: campaignId } = campaign;
    const named = body?.getAll(noun.name)[0] ?? about?.(new URL(args.request.url));
    const id = idIn(noun, act, args.params[noun.name] ?? named);
    if (id === undefined) return refuse({ refused: "unreadable" }, { status: 422 });
    if (act.asks && id !== null && !(await noun.find(db, campaignId, id))) throw notFound();
    const asked = act.asks && (await reauthenticate(args, organizer, { kind: act.asks, campaignId }));
    if (asked) return refuse(asked.data, asked.init ?? {});

    const { shape } = act.form(now);
    const many = Object.keys(shape).filter((field) => isMany(shape[field] as z.ZodType));
    const form = readFields(body, act.form(now), many);
    if (!form.ok) {
      const errors = form.errors.filter(({ code }) => code !== "unreadable");
      // Of a field that nobody sees.
      const refused = errors.length < form.errors.length ? "unreadable" : null;
      return refuse({ errors, refused }, { status: 422 });
    }

    const input = { ...form.value, ...on, scope, [noun.key]: id };
    const end = unlessGone(await act.run(db, input as never, now));
    const code = codeOf(act, end.outcome, id === null && act.takes === "one-or-new");
    if (!act.done.includes(end.outcome))
      return refuse({ refused: code, end: end as EndOf<A> }, { status: 409 });
    const made = (end as Record<string, unknown>)[noun.key] ?? id;
    const page = (await leadsTo?.(args, campaignId)) ?? act.to?.(end as never) ?? noun.page(made);
    const [path = "", query = ""] = page.split("?");
    return redirect(at(path, { done: code, ...Object.fromEntries(new URLSearchParams(query)) }), 303);
  };

/** Reads what the act is about; undefined where it needs one and none is named. 404 for what is no id. */
function idIn({ key }: Acts["noun"], { takes }: Act, given: unknown) {
  if (takes === "none" || (takes === "one-or-new" && given === "new")) return null;
  if (typeof given !== "string") return undefined;
  if (!(key === "publicId" ? isUuid(given) : /^\d{1,15}$/.test(given))) throw notFound();
  return key === "publicId" ? given : Number(given);
}

const inCampaign = <Found extends { campaign: { slug: string } }>(found: Found) => ({
  ...found,
  at: (page: string, more: Record<string, string>) =>
    `/organize/c/${found.campaign.slug}/${page}?${new URLSearchParams(more)}`,
});
