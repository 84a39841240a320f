import { type Locale, words } from "./index.ts";

/** What is said of a campaign. `shareTexts`: what its organizers wrote instead of the title, by language. */
export type Shared = {
  title: string;
  standfirst: string;
  shareTexts: Readonly<Partial<Record<string, string>>>;
};

/** What somebody has just done, as the message that shares it says; `wished` of a fund's holder. */
export type JustDone = "signed" | "pledged" | "wished" | "written";

export type ShareTexts = { message: string; mail: string; bluesky: string; mastodon: string; x: string };

/** Characters that X counts as two: all beyond its ranges of alphabets and of marks. */
const heavy = /[\u1100-\u1fff\u200e\u200f\u2020-\u2031\u2038-\u{10ffff}]/u;

/** How networks count length: Bluesky and Mastodon by character, X double outside alphabets. */
const lengthOn = {
  bluesky: (text: string) => [...text].length,
  mastodon: (text: string) => [...text].length,
  x: (text: string) => [...text].reduce((sum, one) => sum + (heavy.test(one) ? 2 : 1), 0),
};

/** Mastodon and X count any address as 23 characters; Bluesky counts its real length. */
const anAddress = 23;
const postAtMost = {
  bluesky: (address: string) => 300 - 1 - lengthOn.bluesky(address),
  mastodon: () => 500 - 1 - anAddress,
  x: () => 280 - 1 - anAddress,
};

/** `text` cut at a word where it is longer than that. */
function cutTo(most: number, text: string, length: (text: string) => number): string {
  if (length(text) <= most) return text;
  let cut = "";
  for (const one of text) {
    if (length(`${cut}${one}…`) > most) break;
    cut += one;
  }
  // What has no words, as in Chinese, is cut where it is full.
  const end = cut.lastIndexOf(" ");
  return `${(end > cut.length / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}

/** A title as a sentence among others. */
const sentence = (title: string) => (/[.!?…]$/.test(title) ? title : `${title}.`);

/**
 * Suggests posts next to the link, by network. Where an organizer wrote what a shared message says in this
 * language, a post says that alone; else each network has a frame of its own about the title, which is cut
 * and not the frame. `address` is the link as it is posted.
 */
export function shareTexts(
  { title, standfirst, shareTexts: own }: Shared,
  locale: Locale,
  address: string,
  just: JustDone | null = null,
): ShareTexts {
  const { texts } = words(locale).common.share;
  const written = own[locale];
  const post = (network: keyof typeof postAtMost, text: string) => {
    const most = postAtMost[network](address);
    const length = lengthOn[network];
    if (written) return cutTo(most, written, length);
    return texts[network](cutTo(most - length(texts[network]("")), text, length));
  };
  return {
    message: texts.message[just ?? "read"](written ?? sentence(title)),
    mail: texts.mail(written ?? sentence(title)),
    bluesky: post("bluesky", sentence(title)),
    mastodon: post("mastodon", `${sentence(title)}\n\n${standfirst}`),
    x: post("x", sentence(title)),
  };
}

/** `text`: what of its address an edited message takes the place of. */
export type Way = { label: string; href: string; text?: string };

/**
 * Returns the ways to share a link, by name: each opens a message that can be edited before it is sent.
 * `from` gives the link with where somebody comes from. None carries who shares.
 */
export function shareWays(
  campaign: Shared,
  locale: Locale,
  from: (source: string) => string,
  just: JustDone | null = null,
): Record<string, Way> {
  const link = (source: string) => encodeURIComponent(from(source));
  const texts = shareTexts(campaign, locale, from("bluesky"), just);
  const subject = encodeURIComponent(campaign.title);
  const [text, mail, bluesky, mastodon, x] = [
    texts.message,
    `${texts.mail}\n\n`,
    texts.bluesky,
    texts.mastodon,
    texts.x,
  ].map(encodeURIComponent) as [string, string, string, string, string];
  return {
    whatsapp: { label: "WhatsApp", text, href: `https://wa.me/?text=${text}%20${link("whatsapp")}` },
    sms: { label: words(locale).common.share.sms, text, href: `sms:?&body=${text}%20${link("sms")}` },
    // Both ignore a sharer's text by design and show the page's own metadata (share-meta.ts).
    facebook: { label: "Facebook", href: `https://www.facebook.com/sharer/sharer.php?u=${link("facebook")}` },
    linkedin: {
      label: "LinkedIn",
      href: `https://www.linkedin.com/sharing/share-offsite/?url=${link("linkedin")}`,
    },
    x: { label: "X", text: x, href: `https://x.com/intent/post?text=${x}&url=${link("x")}` },
    telegram: {
      label: "Telegram",
      text,
      href: `https://t.me/share/url?url=${link("telegram")}&text=${text}`,
    },
    mail: {
      label: words(locale).common.share.mail,
      text: mail,
      href: `mailto:?subject=${subject}&body=${mail}${link("mail")}`,
    },
    bluesky: {
      label: "Bluesky",
      text: bluesky,
      href: `https://bsky.app/intent/compose?text=${bluesky}%20${link("bluesky")}`,
    },
    mastodon: {
      label: "Mastodon",
      text: mastodon,
      href: `https://share.joinmastodon.org/#text=${mastodon}%20${link("mastodon")}`,
    },
  };
}
