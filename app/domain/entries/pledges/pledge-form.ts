import { z } from "zod";
import { nameProblem, personFields } from "#app/domain/access/person-form.ts";
import { checkbox } from "#app/domain/base/form-fields.ts";
import { fromMicro, toMicro } from "#app/domain/base/micro.ts";
import { characters, cleanLine } from "#app/domain/base/text.ts";
import {
  type Meeting,
  pledgeStage,
  recordDatePassed,
  votableItems,
} from "#app/domain/campaign/meetings/meeting.ts";
import { commentField, displayField } from "#app/domain/entries/signatures/signature-form.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Locale } from "#app/i18n/index.ts";
import {
  accountFlags,
  firstHeldMonth,
  type Holding,
  holdingForms,
  maxFundManagerLength,
  type PledgeAnswers,
  pledgeKinds,
  recordDateHoldings,
  standingInstructions,
  tenureBuckets,
  voteIntentions,
  willingnesses,
} from "./pledge.ts";
import { knownManagers, managerNamed } from "./pledge-way.ts";
import { readShares } from "./read-shares.ts";

/** Fields that may be given more than once. */
export const pledgeRepeatable = ["account_flags", "willing"] as const;

/** Parses a choice from a list; empty is none. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T, code: string) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.enum(values, code).optional());

const choices = <const T extends readonly [string, ...string[]]>(values: T, code: string) =>
  z
    .array(z.enum(values, code))
    .optional()
    .transform((chosen) => [...new Set(chosen ?? [])]);

const plainShares = /^\d{1,12}(\.\d{1,6})?$/;

/** Plain digits, at most 12 before and 6 after the point, above zero. Kept exactly, in shortest form. */
export const sharesField = z
  .string()
  .optional()
  .transform((shares) => shares?.trim() || undefined)
  .refine((shares) => shares === undefined || plainShares.test(shares), "shares-plain")
  .refine((shares) => !shares || !plainShares.test(shares) || toMicro(shares) > 0n, "shares-none")
  .transform((shares) => shares && fromMicro(toMicro(shares)));

/** Parses what somebody typed about their shares. Empty: they would rather not say. */
const holdingField = (locale: Locale) =>
  z
    .string()
    .default("")
    .transform((typed, issue): Holding => {
      const read = readShares(typed, locale);
      if ("holding" in read) return read.holding;
      issue.addIssue({ code: "custom", message: read.problem });
      return z.NEVER;
    });

/** Parses a month from the first sale of the shares to this one. */
export const monthField = (now: Date) =>
  z
    .string()
    .optional()
    .transform((month) => month?.trim() || undefined)
    .refine((month) => month === undefined || /^\d{4}-(0[1-9]|1[0-2])$/.test(month), "month-shape")
    .refine((month) => month === undefined || month >= firstHeldMonth, "month-early")
    .refine((month) => month === undefined || month <= now.toISOString().slice(0, 7), "month-future");

/** Sections of the US tax code that name plans, with what people type between number and letter. */
const ofTaxCode = /(?<!\d)(?:401[\s\p{Pd}(]*k|(?:403|457)[\s\p{Pd}(]*b)(?!\p{L}{2})|401k|403b|457b/iu;

/** Words for an employer's plan. Some managers have one in their name, but more words besides. */
const ofPlan =
  /(?<!\p{L})(?:plans?|planes|espp|esop|tsp|employees?|emplead[oa]s?|retirement|pensi[oó]n(?:e?s)?|superannuation|profit[\s\p{Pd}]*sharing|thrift\s+savings|retiro|jubilaci[oó]n|jubilaciones)(?!\p{L})/iu;

/** The name of a fund's manager: one line, and not the name of a plan. Null when empty. */
export const fundManagerField = z
  .string()
  .optional()
  .transform((manager) => cleanLine(manager ?? "") || null)
  .superRefine((manager, issue) => {
    const message = manager === null ? null : managerProblem(manager);
    if (message !== null) issue.addIssue({ code: "custom", message });
  });

function managerProblem(manager: string) {
  if (characters(manager) > maxFundManagerLength) return "manager-long";
  const problem = nameProblem(manager);
  if (problem !== null) return problem === "marks" ? problem : "manager-name";
  return ofTaxCode.test(manager) || ofPlan.test(manager) ? "manager-plan" : null;
}

const { name, email, country } = personFields;
const pledgePersonFields = { name, email, country };

function pledgeAnswerFields(meeting: Meeting, now: Date, locale: Locale) {
  const items = pledgeStage(meeting, now) === "items" ? votableItems(meeting) : [];
  return {
    company: z.string().optional(),
    meeting_year: z.string().optional(),
    kind: z.enum(pledgeKinds, "kind-missing"),
    holding_form: choice(holdingForms, "holding-form-missing"),
    shares: holdingField(locale),
    held_since_month: monthField(now),
    tenure_bucket: choice(tenureBuckets, "tenure-unknown"),
    account_flags: choices(accountFlags, "flag-unknown"),
    held_on_record_date: choice(recordDateHoldings, "record-date-unknown"),
    standing_instruction: choice(standingInstructions, "standing-unknown"),
    intention: choice(voteIntentions, "intention-unknown"),
    ...Object.fromEntries(
      items.map(({ id }) => [`intention_${id}`, choice(voteIntentions, "intention-unknown")]),
    ),
    willing: choices(willingnesses, "willing-unknown"),
    consent_pledge: z.literal("on", "consent-pledge-missing"),
    manager: choice([...knownManagers, "other"], "manager-unknown"),
    fund_manager: fundManagerField,
    comment: commentField,
    display: displayField,
    consent_updates: checkbox,
    consent_contact: checkbox,
  };
}

type AnswerFields = ReturnType<typeof pledgeAnswerFields>;

/** Checks that span several fields, with the field to fix. */
function agree(form: z.output<z.ZodObject<AnswerFields>>, issue: z.RefinementCtx, asksRecordDate: boolean) {
  const refuse = (field: string, message: string) =>
    issue.addIssue({ code: "custom", path: [field], message });
  if (form.kind === "fund") {
    if (form.shares?.bucket !== "not_said") refuse("shares", "fund-no-shares");
    if (intentionsByItem(form).length > 0) refuse("intention", "fund-no-items");
    return;
  }
  if (form.holding_form === undefined) refuse("holding_form", "holding-form-missing");
  if (form.held_since_month !== undefined && form.tenure_bucket !== undefined)
    refuse("held_since_month", "month-or-tenure");
  if (asksRecordDate && form.held_on_record_date === undefined)
    refuse("held_on_record_date", "record-date-missing");
}

/** Lists everything to fix at once. */
const always = { when: () => true };

const asksRecordDate = (meeting: Meeting, now: Date) => recordDatePassed(meeting, now) === true;

/** Returns the fields of `POST /c/:slug/pledge`. `email_choice` answers about a likely typo in the domain. */
export const pledgeFormOf = (meeting: Meeting, now: Date, locale: Locale) =>
  z
    .object({
      ...pledgePersonFields,
      ...pledgeAnswerFields(meeting, now, locale),
      email_choice: z.string().optional(),
    })
    .superRefine((form, issue) => agree(form, issue, asksRecordDate(meeting, now)), always);

/** Parses as `pledgeFormOf`, for a known person, not asked who they are. */
export const provenPledgeFormOf = (meeting: Meeting, now: Date, locale: Locale) =>
  z
    .object(pledgeAnswerFields(meeting, now, locale))
    .superRefine((form, issue) => agree(form, issue, asksRecordDate(meeting, now)), always);

type PledgeForm = z.output<z.ZodObject<AnswerFields>>;

const intentionsByItem = (form: PledgeForm) =>
  Object.entries(form).flatMap(([field, value]) => {
    const item = /^intention_(\d+)$/.exec(field)?.[1];
    const intention = voteIntentions.find((known) => known === value);
    return item && intention ? [{ item: Number(item), intention }] : [];
  });

/** Reads a holding and the vote from a filled form. */
export function answersOf(form: PledgeForm): PledgeAnswers {
  const fund = form.kind === "fund";
  return {
    kind: form.kind,
    holdingForm: form.holding_form ?? "unsure",
    holding: fund ? null : form.shares,
    heldSinceMonth: form.held_since_month ?? null,
    tenureBucket: form.tenure_bucket ?? null,
    accountFlags: form.account_flags,
    heldOnRecordDate: form.held_on_record_date ?? "not_applicable",
    standingInstruction: form.standing_instruction ?? "unsure",
    intentions: [
      ...(form.intention ? [{ item: null, intention: form.intention }] : []),
      ...intentionsByItem(form),
    ],
    willing: form.willing,
    display: form.display,
    comment: form.comment,
    fundManager: fund ? (form.fund_manager ?? managerNamed(form.manager)) : null,
  };
}

/** Lists the purposes a form agrees to. Choosing to be shown *is* the consent `public_name`. */
export function pledgeConsentsOf(
  form: Pick<PledgeForm, "display" | "consent_updates" | "consent_contact">,
): ConsentPurpose[] {
  return [
    "pledge",
    ...(form.consent_updates ? (["updates"] as const) : []),
    ...(form.consent_contact ? (["contact_cofile"] as const) : []),
    ...(form.display !== "anonymous" ? (["public_name"] as const) : []),
  ];
}
