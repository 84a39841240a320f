import { cancelImport } from "#app/domain/entries/imports/cancel-import.server.ts";
import { MappingForm, mappingOf } from "#app/domain/entries/imports/mapping-form.ts";
import { type FoundImport, findImport } from "#app/domain/entries/imports/queries.server.ts";
import { resumeImport } from "#app/domain/entries/imports/resume-import.server.ts";
import { AgreedForm, agreedOf } from "#app/domain/entries/imports/running/agreed-form.ts";
import { readAgain, startDryRun } from "#app/domain/entries/imports/running/start-dry-run.server.ts";
import { startImport } from "#app/domain/entries/imports/running/start-import.server.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";
import { type FieldError, parseForm, readTyped, type TypedValues } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { isUuid } from "#app/lib/uuid.ts";

/** How a form came back. `refused` is a key: `late` or a problem of the file. */
export type Answer = {
  form: "mapping" | "agreed" | null;
  errors: FieldError[];
  values: TypedValues;
  refused: string | null;
  proof?: ProofAsked;
};

const again = (answer: Partial<Answer>, status: number) =>
  data<Answer>({ form: null, errors: [], values: {}, refused: null, ...answer }, { status });

/**
 * Acts: `try` makes a dry run, `start` imports what it showed, `resume` continues once the secret of its file
 * is restored, `cancel` and `undo` end it.
 */
export async function act(args: ActionFunctionArgs) {
  const { campaign, scope, organizer } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const publicId = args.params.import ?? "";
  const found = orNotFound(
    isUuid(publicId) ? await findImport(db, { campaignId: campaign.id, publicId }) : null,
  );
  const which = { ...scope, publicId };
  const page = `/organize/c/${campaign.slug}/imports/${publicId}`;
  const end = (done: boolean, to = page) => (done ? redirect(to, 303) : again({ refused: "late" }, 409));

  const { intent } = await readTyped(args.request);
  switch (intent) {
    case "try":
      return tryOut(args, which, found, page);
    case "resume":
      return end(await resumeImport(db, which));
    case "cancel":
      return end(await cancelImport(db, which), `${page}?done=stop`);
    case "undo": {
      const asked = await reauthenticate(args, organizer, { kind: "bulk", campaignId: campaign.id });
      if (asked) return asked;
      return end(await undoImport(db, which));
    }
    default: {
      const form = await parseForm(args.request, AgreedForm);
      const errors = form.ok ? columnMissing(found, form.value.updates_for) : form.errors;
      if (!form.ok || errors.length) return again({ form: "agreed", errors, values: form.values }, 422);
      const asked = await reauthenticate(args, organizer, { kind: "bulk", campaignId: campaign.id });
      if (asked) return asked;
      return end(await startImport(db, { ...which, agreed: agreedOf(form.value) }));
    }
  }
}

const columnMissing = ({ mapping }: FoundImport, updatesFor: string): FieldError[] =>
  updatesFor === "column" && mapping?.columns.opt_in === undefined
    ? [{ field: "updates_for", code: "updates-column" }]
    : [];

type Which = { campaignId: number; organizerId: string; publicId: string };

async function tryOut(
  { request, context }: ActionFunctionArgs,
  which: Which,
  found: FoundImport,
  page: string,
) {
  const { db, env } = context;
  const form = await parseForm(request, MappingForm);
  const { values } = form;
  if (!form.ok) return again({ form: "mapping", errors: form.errors, values }, 422);
  const { encoding, separator } = form.value;
  const sameReading = found.reading?.encoding === encoding && found.reading.separator === separator;
  if (!sameReading) {
    const reading = await readAgain(db, env.keys, { ...which, encoding, separator });
    if (reading === null) return again({ refused: "late" }, 409);
    if ("problem" in reading) return again({ refused: reading.problem, values, form: "mapping" }, 422);
    // Its columns may differ now, so they are chosen again.
    if (reading.columns.join("\n") !== found.reading?.columns.join("\n")) throw redirect(page, 303);
  }
  const count = found.reading?.columns.length ?? 0;
  const mapping = mappingOf(form.value, { format: found.format, columns: count });
  if ("code" in mapping) return again({ form: "mapping", errors: [mapping], values }, 422);
  const trying = await startDryRun(db, { ...which, mapping });
  return trying ? redirect(page, 303) : again({ refused: "late" }, 409);
}
