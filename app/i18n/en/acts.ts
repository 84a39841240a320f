import { unreadable } from "./form-errors.ts";

/** What buttons and commands did to a thing, or why they did nothing. No other outcome has words. */
export const acts = {
  claim: {
    done: {
      saved: "Saved as a draft. The public page has not changed.",
      added: "Added as a draft.",
      published: "Published. The page shows it within two seconds.",
      withdrawn: "Off the public page, and kept as a draft.",
      removed: "Removed. The history keeps its text.",
      undone: "Restored.",
      moved: "Moved.",
      verified: "Verified. If the statement is public, so is the link.",
      doubted: "Noted. Correct the statement, or find a page that supports it.",
      reviewed: "Reviewed. The page shows today as the day of the last check.",
    },
    refused: {
      unreadable,
      stale: "Nothing changed: someone edited the statement after you opened this page.",
      "stale-save":
        "Not saved: someone else saved first. Both texts are below: combine them, and save again.",
      "stale-publish":
        "Not published: someone edited it after you opened this page. Check the changes, and publish again.",
      "saved-not-published":
        "Saved, not published: you changed it just now. Check what changes, and publish again.",
      "no-source": "Not published: every statement except an opinion needs a publisher and a date.",
      instruction:
        "Not published: a text still has an instruction in square brackets. Replace it with your words.",
      unchanged: "Not published: the draft matches the public page.",
      "too-many": "The page is full: remove a statement first.",
      "none-chosen": "Select the statements to remove.",
      "stale-removal":
        "Nothing was removed: someone changed one of them after you opened this page. Check the list.",
      "was-published": "It was public once, so it cannot be removed. Take it off the public page instead.",
      "too-late-back": "Not undone: it is more than ten minutes ago, or already undone.",
      "too-many-back": "Not undone: the page is full. Remove a statement, and undo again.",
      "not-public": "It is not on the public page.",
      "at-the-end": "It cannot move further.",
      "not-ongoing": "Enter the day of the next review first.",
      "no-such-source": "Not linked: this source is gone or already has a link.",
    },
  },
  recipient: {
    done: {
      added: "Recipient added. It gets nothing until an owner verifies it.",
      saved: "Saved.",
      "saved-unverified": "Saved. The address changed, so the recipient is unverified and gets nothing.",
      verified: "Recipient verified. It now gets letters that two organizers approved.",
      unverified: "Verification withdrawn. Nothing is sent to this recipient; only files can be made.",
      retired: "Recipient retired. Nothing more is sent to it.",
      opened: "Opened. Writers can choose it now.",
      closed: "Closed. Letters that named it go to the default.",
    },
    refused: {
      stale: "Not saved: the address changed. The current values are shown; your input is kept.",
      taken: "Not saved: this address is already a recipient.",
      retired: "Not saved: the recipient is retired.",
      "retired-before": "It was already retired.",
      "not-verified": "It was already unverified.",
      unverified: "Not opened: nobody has verified it.",
      "opened-before": "It was already open.",
      "closed-before": "It was already closed.",
      "only-one": "Not closed: it is the only open recipient. Open another one first.",
      "more-wait": "Not closed: the number of waiting letters changed. Check it and close again.",
      unreadable,
    },
  },
};

type Words = typeof acts;
/** A thing that buttons and commands act on. */
export type NounName = keyof Words;
/** The outcomes of a thing's acts that did something. */
export type DoneCode<N extends NounName> = keyof Words[N]["done"] & string;
/** The outcomes that did nothing. */
export type RefusalCode<N extends NounName> = keyof Words[N]["refused"] & string;

const wordOf = (known: Record<string, string>, code: string | null | undefined): string | undefined =>
  code && Object.hasOwn(known, code) ? known[code] : undefined;

/** Says what was done; undefined for no code, or one from outside. */
export const whatWasDone = (of: NounName, code: string | null | undefined) => wordOf(acts[of].done, code);

/** Says why nothing was done; undefined for no code, or one from outside. */
export const whyNot = (of: NounName, code: string | null | undefined) => wordOf(acts[of].refused, code);
