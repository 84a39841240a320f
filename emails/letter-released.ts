import { words } from "#app/i18n/index.ts";
import type { LetterReceiptProps } from "./letter-receipt.ts";
import type { Letter } from "./parts/letter.ts";
import { emailOf, undoBlock } from "./parts/words.ts";
import { nextDispatch, personalButton, writtenFacts } from "./parts/written.ts";

/** Tells a writer that their held letter was released. It also replaces a receipt that was never sent. */
export function letterReleased(
  props: Omit<LetterReceiptProps, "confirmedAt" | "next" | "letters" | "share">,
): Letter {
  const { locale, campaign, name } = props;
  const { letterMail } = words(locale);
  const w = letterMail.released;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(name, campaign.company) },
    { kind: "paragraph", text: nextDispatch(locale, props) },
    ...(props.letter.display === "anonymous" ? [] : [{ kind: "paragraph" as const, text: w.shownLater }]),
    { kind: "facts", rows: writtenFacts(locale, props, campaign.company) },
    { kind: "paragraph", text: letterMail.warning(campaign.company) },
    personalButton(locale, props, "withdraw"),
    undoBlock(locale, props),
  ]);
}
