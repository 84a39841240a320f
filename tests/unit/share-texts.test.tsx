import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { atMost } from "#app/domain/campaign/wording.ts";
import { locales, words } from "#app/i18n/index.ts";
import type { JustDone } from "#app/i18n/share-texts.ts";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { ShareLinks } from "#app/ui/share-links.tsx";

const url = "https://petition.example.org/c/a-campaign-of-a-long-name";
const bare = {
  title: "Microsoft: end all agreements with ICE",
  standfirst: "Newsrooms report it.",
  shareTexts: {},
};

/** Each network's suggested text with its address, as it would be sent. */
function suggested(
  locale: (typeof locales)[number],
  campaign: typeof bare,
  { code, just = null }: { code?: string; just?: JustDone | null } = {},
) {
  const own = code ? { code, createdAt: new Date(), told: 0 } : null;
  const html = renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <ShareLinks url={url} campaign={campaign} own={own} just={just} />
    </LocaleProvider>,
  );
  const [, signal = ""] = /id="for-signal">(.*?)<\/p>/.exec(html) ?? [];
  const of = (at: string) => {
    const [, rest = ""] = html.split(`href="https://${at}`);
    return decodeURIComponent(rest.slice(0, rest.indexOf('"')).replaceAll("&amp;url=", " "));
  };
  return {
    html,
    bluesky: of("bsky.app/intent/compose?text="),
    mastodon: of("share.joinmastodon.org/#text="),
    x: of("x.com/intent/post?text="),
    whatsapp: of("wa.me/?text="),
    telegram: of("t.me/share/url?"),
    signal: signal.replace(/<[^>]*>/g, ""),
  };
}

/** X and Mastodon count an address as 23; X counts characters outside of alphabets as two. */
const counted = (post: string) => post.replace(/https:\S+/, "a".repeat(23));
const isOfAlphabet = (one: string) => (one.codePointAt(0) ?? 0) < 0x1100 || /[“”‘’–—]/.test(one);
const lengthOf = {
  bluesky: (post: string) => [...new Intl.Segmenter("en").segment(post)].length,
  mastodon: (post: string) => [...counted(post)].length,
  x: (post: string) => [...counted(post)].reduce((sum, one) => sum + (isOfAlphabet(one) ? 1 : 2), 0),
};
const most = { bluesky: 300, mastodon: 500, x: 280 };
const networks = ["bluesky", "mastodon", "x"] as const;

const long = [
  {
    title: "A title of many words ".repeat(10).slice(0, atMost.title),
    standfirst: "It was reported. ".repeat(40).slice(0, atMost.standfirst),
  },
  { title: "長".repeat(atMost.title), standfirst: "文".repeat(atMost.standfirst) },
  { title: "😀".repeat(atMost.title), standfirst: "" },
];

test.each(locales)(
  "what is suggested fits each network with any title and any words of an organizer (%s)",
  (locale) => {
    for (const { title, standfirst } of long) {
      const written = [...title.repeat(3)].slice(0, atMost.shareText).join("");
      for (const shareTexts of [{}, { [locale]: written }]) {
        for (const code of [undefined, "x".repeat(24)]) {
          const suggestion = suggested(locale, { title, standfirst, shareTexts }, code ? { code } : {});
          for (const network of networks) {
            expect(lengthOf[network](suggestion[network]), suggestion[network]).toBeLessThanOrEqual(
              most[network],
            );
            expect(suggestion[network]).toMatch(/ https:\/\/petition\.example\.org\/c\/\S+$/);
            expect(suggestion[network]).toContain(title.slice(0, 8));
            // Cut between characters, never within one.
            expect(suggestion[network]).not.toMatch(/\p{Surrogate}/u);
          }
        }
      }
    }
  },
);

test.each(locales)("each network has a text of its own, and no post is a bare title (%s)", (locale) => {
  const { texts, signal } = words(locale).common.share;
  const suggestion = suggested(locale, bare);
  const posts = networks.map((network) => suggestion[network].replace(/ https:.*/s, ""));
  for (const post of posts) expect(post).toMatch(/^Microsoft: end all agreements with ICE\.\s.{20}/s);
  expect(new Set(posts).size).toBe(3);
  expect(suggestion.mastodon).toContain(bare.standfirst);
  const message = texts.message.read(`${bare.title}.`);
  expect(suggestion.whatsapp).toBe(`${message} ${url}?source=whatsapp`);
  expect(suggestion.telegram).toContain(message);
  expect(suggestion.signal).toBe(`${message} ${url}?source=signal`);
  expect(suggestion.html).toContain(`data-copy="for-signal" data-copied="${signal.copied}"`);
});

test.each(locales)(
  "WhatsApp, a text message and the link come first, networks behind one tap, most used first (%s)",
  (locale) => {
    const { share } = words(locale).common;
    const { html } = suggested(locale, bare);
    const [first = "", more = ""] = html.split("<details");
    const labels = (part: string) => [...part.matchAll(/<a [^>]*>([^<]*)</g)].map(([, label]) => label);
    expect(labels(first)).toEqual(["WhatsApp", share.sms, share.copy]);
    expect(first).toMatch(/href="sms:\?&amp;body=[^"&]+%20https[^"&]+source%3Dsms"/);
    expect(labels(more)).toHaveLength(7);
    expect(labels(more)[0]).toBe("Facebook");
    for (const part of [share.more, share.mail, share.signal.heading]) expect(more).toContain(part);
  },
);

test("an organizer's share text keeps its language, wrapped only in messages", () => {
  const campaign = { ...bare, shareTexts: { es: "Tres redacciones lo publican." } };
  const spanish = suggested("es", campaign);
  for (const network of networks)
    expect(spanish[network]).toMatch(/^Tres redacciones lo publican\. https:\S+$/);
  expect(spanish.whatsapp).toContain(
    words("es").common.share.texts.message.read("Tres redacciones lo publican."),
  );
  expect(suggested("en", campaign).x).toContain(bare.title);
});

test("a message to a friend says what was just done, in the words one uses with friends", () => {
  const shareMessage = (locale: (typeof locales)[number], just: JustDone) => {
    const { html, whatsapp } = suggested(locale, bare, { just });
    const [message = ""] = whatsapp.split(" https:");
    // The device shares the message shown.
    expect(html).toContain(`data-share="${message}"`);
    expect(html).toMatch(new RegExp(`<textarea[^>]*>${message.replaceAll("?", "\\?")}</textarea>`));
    return message;
  };
  expect(shareMessage("en", "signed")).toBe(`I just signed this. Will you? ${bare.title}.`);
  expect(shareMessage("es", "signed")).toBe(`Acabo de firmar esto. ¿Firmas tú también? ${bare.title}.`);
  expect(shareMessage("en", "pledged")).toBe(`I just pledged my vote on this. Will you? ${bare.title}.`);
  expect(shareMessage("en", "wished")).not.toContain("my vote");
  expect(shareMessage("es", "written")).toBe(
    `Acabo de escribir una carta sobre esto. ¿Escribes tú también? ${bare.title}.`,
  );
  expect(suggested("en", bare).html).not.toContain("<textarea");
  for (const [, phrase] of Object.entries(words("es").common.share.texts.message))
    expect(phrase("")).not.toMatch(/usted|\bsu\b/i);
});
