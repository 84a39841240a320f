import type { PledgeWithHolding } from "#app/domain/entries/pledges/queries.server.ts";
import { sharesAsTyped } from "#app/domain/entries/pledges/read-shares.ts";
import type { TypedValues } from "#app/http/form.server.ts";
import type { Locale } from "#app/i18n/index.ts";

/** Fills the form from a pledge, for its holder to change. Unanswered questions stay unanswered. */
export function valuesOf(pledge: PledgeWithHolding, locale: Locale): TypedValues {
  const { kind, holdingForm, holding } = pledge;
  const answers: Record<string, string | null> = {
    kind,
    holding_form: holdingForm,
    shares: holding && sharesAsTyped(holding, locale),
    held_since_month: pledge.heldSinceMonth,
    tenure_bucket: pledge.tenureBucket,
    held_on_record_date: pledge.heldOnRecordDate === "not_applicable" ? null : pledge.heldOnRecordDate,
    standing_instruction: pledge.standingInstruction === "unsure" ? null : pledge.standingInstruction,
    fund_manager: pledge.fundManager,
    comment: pledge.comment,
    display: pledge.display,
    ...Object.fromEntries(
      pledge.intentions.map(({ item, intention }) => [
        item === null ? "intention" : `intention_${item}`,
        intention,
      ]),
    ),
  };
  const answered = Object.entries(answers).filter((entry): entry is [string, string] => entry[1] !== null);
  return {
    ...Object.fromEntries(answered),
    account_flags: [...pledge.accountFlags],
    willing: [...pledge.willing],
  };
}
