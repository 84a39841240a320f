import { screenLetter } from "../letters/screen.ts";
import type { CommentReason } from "./comment-review.ts";
import { lookAtName } from "./look.ts";

/** An e-mail address, or a telephone number of seven digits or more. */
const contact = /[^\s@]+@[^\s@]+\.\p{L}{2,}|(?<![\p{L}\p{N}])\+?\d(?:[\s().-]{0,2}\d){6,}(?!\p{N})/u;

/** What looks wrong in a comment: it decides nothing, a person does. Strong words about a company or an agency are none. */
export function lookAtComment(comment: string): CommentReason[] {
  const { heldReason, links } = screenLetter(comment);
  return [
    ...(heldReason === "threat" || heldReason === "personal-attack" ? [heldReason] : []),
    ...(lookAtName(comment).includes("profanity") ? (["profanity"] as const) : []),
    ...(links > 0 ? (["links"] as const) : []),
    ...(contact.test(comment) ? (["contact"] as const) : []),
  ];
}
