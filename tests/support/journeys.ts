import type { ParsedMail } from "mailparser";
import { expect } from "vitest";
import { anOrganizer as aStoredOrganizer, enrolled } from "./organizers.ts";
import { anAddress, type aSite, waitForMail } from "./site.ts";
import { type Page, Visitor } from "./visitor.ts";

type Site = Awaited<ReturnType<typeof aSite>>;

export const campaign = "/c/microsoft-ice";
const agreeToSign = /^I’m signing/;

/** Fills in the form of the case as most people do, and sends it. */
export function sendSignForm(page: Page, email: string, name = "Ana Sample") {
  const form = page.in(".sign-form").fill({ Name: name, Email: email, Country: "United States" });
  return form.check(agreeToSign).press("Sign the petition");
}

/** Waits for an email with a link of that kind; returns the link. */
async function mailedLink(site: Site, email: string, kind: string) {
  const link = ({ text = "" }: ParsedMail) => new RegExp(`https?:\\S+/${kind}/[\\w-]{20,}`).exec(text)?.[0];
  return link(await waitForMail(site, email, (mail) => link(mail) !== undefined)) ?? "";
}

/** Opens the page that asks to confirm. */
export const confirmPage = async (site: Site, visitor: Visitor, email: string) =>
  visitor.open(await mailedLink(site, email, "confirm"));

/** Returns the link to somebody's own page, of their receipt. */
export const manageLinkOf = (site: Site, email: string) => mailedLink(site, email, "manage");

/** Signs and confirms; returns the address and the page of thanks. */
export async function aSigner(site: Site, visitor: Visitor, name?: string) {
  const email = anAddress();
  await sendSignForm(await visitor.open(campaign), email, name);
  const thanks = await (await confirmPage(site, visitor, email)).press("Confirm my signature");
  return { email, thanks };
}

/** An owner of the seeded campaign, signed in, with recovery codes. */
export async function anOwner(site: Site, of: { id: number }) {
  const organizer = await aStoredOrganizer(site.db, { campaign: of });
  const { session, codes } = await enrolled(site.db, organizer);
  const visitor = new Visitor(site);
  visitor.cookies.set("session", session);
  return { visitor, recovery: codes, email: organizer.email };
}

/** Reauthenticates with a recovery code, where the page asks: an app's code works once in 30 seconds. */
export function reauthenticate(page: Page, { recovery }: { recovery: string[] }) {
  expect(page.texts("h1, h2")).toContain("Confirm it’s you");
  return page.fill({ "App code": recovery.pop() ?? "" }).press("Confirm it’s me");
}
